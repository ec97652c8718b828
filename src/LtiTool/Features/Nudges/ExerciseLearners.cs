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

    /// <summary>What a learner is called here: the same on every page and in every file of a journey, and nowhere else.</summary>
    public static string PseudonymOf(Guid journeyId, Guid participationId) =>
        DerivedId.From(journeyId, $"exercises {participationId:N}").ToString("N")[..8];
}
