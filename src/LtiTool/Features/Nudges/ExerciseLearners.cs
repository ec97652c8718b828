using System.Runtime.CompilerServices;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>
/// Reads what exercises came to in a journey: the events of this theme, and when evidence was sent. No names. Learners are read some at a
/// time, so that a journey of ten thousand takes no more memory than one of a few hundred.
/// </summary>
internal sealed class ExerciseLearners(BuddyDbContext db, CurrentSession me)
{
    /// <summary>As many learners are read at once.</summary>
    internal const int AtOnce = 200;

    private static readonly List<string> Names =
        [.. Themes.All.Single(theme => theme.Section == typeof(NudgesSection)).Events.Select(type => type.Name),
            EventTypes.NameOf<EvidenceSubmitted>()];

    /// <summary>
    /// The learners whom this person may know of, who are counted and for whom something was planned, or who were left out, in an order
    /// that chance makes from a number: what they are called on one page or in one file is their place in it, so that no two of those can
    /// be laid side by side.
    /// </summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="order">The number.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<Guid>> InOrderOfChanceAsync(Guid journeyId, int order, CancellationToken ct)
    {
        // Before plans had a beginning of their own, the first nudge was it.
        var (begun, scheduled) = (EventTypes.NameOf<NudgePlanBegun>(), EventTypes.NameOf<NudgeScheduled>());
        var all = await Groups.Counted(db, me, journeyId)
            .Where(one => db.Events.Any(row => row.ParticipationId == one.Id && (row.Name == begun || row.Name == scheduled)))
            .Select(one => one.Id).ToArrayAsync(ct);
        Array.Sort(all);
#pragma warning disable CA5394 // It hides who is who from readers of one page; it is no secret.
        new Random(order).Shuffle(all);
#pragma warning restore CA5394
        return all;
    }

    /// <summary>How many of a journey's learners exercises came to.</summary>
    public Task<int> ReachedAsync(Guid journeyId, CancellationToken ct)
    {
        var sent = EventTypes.NameOf<NudgeSent>();
        return Groups.Counted(db, me, journeyId)
            .CountAsync(one => db.Events.Any(row => row.ParticipationId == one.Id && row.Name == sent), ct);
    }

    /// <summary>These learners, in this order.</summary>
    public async IAsyncEnumerable<ExerciseLearner> EachAsync(
        IEnumerable<Guid> participations, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (id, history) in HistoriesAsync(participations, ct))
        {
            yield return new(
                id,
                Progress.From(history).Of<NudgesProgress>(),
                [.. history.Where(e => e.What is EvidenceSubmitted).Select(e => e.OccurredAt)]);
        }
    }

    /// <summary>What happened to each of them, as far as these figures go, in this order.</summary>
    public async IAsyncEnumerable<(Guid Id, IReadOnlyList<RecordedEvent> History)> HistoriesAsync(
        IEnumerable<Guid> participations, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var some in participations.Chunk(AtOnce))
        {
            var rows = await db.Events.AsNoTracking()
                .Where(row => some.Contains(row.ParticipationId) && Names.Contains(row.Name))
                .OrderBy(row => row.Sequence).ToListAsync(ct);
            var histories = rows.ToLookup(row => row.ParticipationId, row => row.ToEvent());
            foreach (var id in some)
            {
                yield return (id, [.. histories[id]]);
            }
        }
    }
}
