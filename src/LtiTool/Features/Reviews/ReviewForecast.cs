using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>What confirming would do, as the reviewer reads it before pressing.</summary>
/// <param name="Forecast">What the rules say.</param>
/// <param name="Assumed">The name of the level that is assumed where none is chosen yet; null when all are chosen.</param>
/// <param name="IsSent">Whether points go to a gradebook.</param>
internal sealed record ReviewForecast(ConfirmationForecast Forecast, string? Assumed, bool IsSent)
{
    /// <summary>Looks ahead; null when the learner is gone.</summary>
    /// <param name="learners">Reads the learner.</param>
    /// <param name="found">The piece.</param>
    /// <param name="writtenUnder">The design it is reviewed under.</param>
    /// <param name="chosen">The levels chosen so far.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<ReviewForecast?> OfAsync(
        LearnerReader learners, EvidenceAccess found, JourneyDesign writtenUnder, IReadOnlyDictionary<string, int> chosen,
        DateTimeOffset now, CancellationToken ct)
    {
        if (found.Latest is not { } version || await learners.FindAsync(found.Participation.Id, ct) is not { } learner)
        {
            return null;
        }

        var rubric = writtenUnder.Find<ReviewsSection>()!.Rubric;
        var asked = version.ToReference(writtenUnder);
        bool IsChosen(string id) => chosen.TryGetValue(id, out var level) && rubric.Levels.Any(known => known.Value == level);
        var levels = asked.BehaviourIds.Distinct().ToDictionary(id => id, id => IsChosen(id) ? chosen[id] : rubric.PassLevel);
        var forecast = ConfirmationForecast.Of(learner.Design, learner.Progress, asked, levels, rubric, learner.Place.Zone, now);
        var assumed = asked.BehaviourIds.All(IsChosen) ? null : rubric.Levels.First(level => level.Value == rubric.PassLevel).Name;
        return new(
            forecast, assumed, learner.Place is { IsTestUser: false, Journey: not { LineItemUrl: null, LineItemsUrl: null } });
    }
}
