using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>The texts in which somebody is told something outside the tool.</summary>
internal sealed class ReaderTexts(BuddyDbContext db)
{
    /// <summary>The texts for somebody, addressed as strangers are.</summary>
    public static Localizer Of(PersonReach reach) => For(reach, isInformal: false);

    /// <summary>A learner is addressed as the journey says; where one message is about several, as all of them say.</summary>
    /// <param name="reach">Who reads.</param>
    /// <param name="rows">What they are told.</param>
    /// <param name="journeys">The designs of the journeys it is about.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Localizer> OfAsync(
        PersonReach reach, IReadOnlyList<MessageRow> rows, IReadOnlyDictionary<Guid, JourneyDesign> journeys, CancellationToken ct)
    {
        var about = rows.Select(row => row.ParticipationId).Distinct().ToList();
        return For(
            reach,
            journeys.Count > 0 && journeys.Values.All(design => design.IsInformal)
                && await db.Participations.CountAsync(one => about.Contains(one.Id) && one.PersonId == reach.Person.Id, ct) == about.Count);
    }

    private static Localizer For(PersonReach reach, bool isInformal) =>
        Localizer.In(reach.Language, isInformal);
}
