using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>The rows behind the comparison: each learner under a pseudonym.</summary>
[Needs(Thing.ExerciseFigures)]
[OfTheme(typeof(NudgesSection))]
internal sealed class PeopleModel(ExerciseLearners learners, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>Whether those without exercises are shown.</summary>
    public bool IsWithout { get; private set; }

    /// <summary>The rows, in the order of pseudonyms.</summary>
    public IReadOnlyList<(int Name, ExerciseLearner Learner)> Rows { get; private set; } = [];

    /// <summary>Whether there are enough of them to be shown.</summary>
    public bool AreEnough => Rows.Count >= NudgeEffect.FewestPeople;

    /// <summary>Shows them.</summary>
    /// <param name="arm"><c>without</c> for those whom chance left out, else those with exercises.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task OnGetAsync(string? arm, CancellationToken ct)
    {
        IsWithout = arm == "without";
        var now = clock.GetUtcNow();
        var shown = (await learners.OfAsync(JourneyId, ct))
            .Where(learner => learner.IsOldEnough(now) && learner.FirstPlan!.IsHeldOut == IsWithout).ToList();
        var names = ExerciseLearners.Pseudonyms(shown.Select(learner => learner.ParticipationId));
        Rows = [.. shown.Select(learner => (names[learner.ParticipationId], learner)).OrderBy(row => row.Item1)];
    }
}
