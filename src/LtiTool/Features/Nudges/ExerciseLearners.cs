using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>Reads what exercises came to in a journey: the events of this theme, and when evidence was sent. No names.</summary>
internal sealed class ExerciseLearners(BuddyDbContext db, CurrentSession me)
{
    private static readonly List<string> Names =
        [.. Themes.All.Single(theme => theme.Section == typeof(NudgesSection)).Events.Select(type => type.Name),
            EventTypes.NameOf<EvidenceSubmitted>()];

    /// <summary>The learners whom this person may know of and who are counted.</summary>
    public async Task<IReadOnlyList<ExerciseLearner>> OfAsync(Guid journeyId, CancellationToken ct) =>
    [
        .. (await HistoriesAsync(journeyId, ct)).Select(history => new ExerciseLearner(
            history.Key,
            Progress.From(history).Of<NudgesProgress>(),
            [.. history.Where(e => e.What is EvidenceSubmitted).Select(e => e.OccurredAt)])),
    ];

    /// <summary>What happened to each of them, as far as these figures go.</summary>
    public async Task<IReadOnlyList<IGrouping<Guid, RecordedEvent>>> HistoriesAsync(Guid journeyId, CancellationToken ct)
    {
        var counted = Groups.Counted(db, me, journeyId).Select(begun => begun.Id);
        var rows = await db.Events.AsNoTracking()
            .Where(row => row.JourneyId == journeyId && Names.Contains(row.Name) && counted.Contains(row.ParticipationId))
            .OrderBy(row => row.Sequence).ToListAsync(ct);
        return [.. rows.Select(row => row.ToEvent()).GroupBy(e => e.ParticipationId)];
    }

    /// <summary>
    /// What learners are called on one page or in one file: numbers in an order that chance makes each time, so that no two of them can be
    /// laid side by side.
    /// </summary>
    public static IReadOnlyDictionary<Guid, int> Pseudonyms(IEnumerable<Guid> participations)
    {
        var order = participations.ToArray();
        RandomNumberGenerator.Shuffle<Guid>(order);
        return order.Index().ToDictionary(one => one.Item, one => one.Index + 1);
    }
}
