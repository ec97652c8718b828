using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>The three talks of a pair at a glance.</summary>
internal sealed class TalkOverview(PairFinder pairs, LearnerReader learners, BuddyDbContext db, CurrentSession me, TimeProvider clock)
{
    /// <summary>Those of one pair; null where this person is not in it.</summary>
    public async Task<ThreeTalks?> OfAsync(Guid pairId, CancellationToken ct = default) =>
        (await OfAsync([pairId], ct)).GetValueOrDefault(pairId);

    /// <summary>Those of several, by the pair and read at once; nothing for those in which this person is not.</summary>
    public async Task<IReadOnlyDictionary<Guid, ThreeTalks>> OfAsync(IReadOnlyCollection<Guid> pairIds, CancellationToken ct)
    {
        var found = await pairs.FindAsync(pairIds, ct);
        var progresses = await learners.ProgressesAsync(found.Select(pair => pair.OwnerId), ct);
        return found.ToDictionary(pair => pair.Id, pair => Of(pair, progresses[pair.OwnerId]));
    }

    /// <summary>Those that somebody from outside was asked for; null where they were asked for something else.</summary>
    public async Task<ThreeTalks?> OfGuestAsync() =>
        me.GuestScope is { Purpose: GuestPurpose.Buddy, SubjectId: var pair } ? await OfAsync(pair) : null;

    /// <summary>The words of the plan that Today shows; null where there is none.</summary>
    public async Task<Talk?> OwnPlanAsync(TalkPlan plan)
    {
        var own = await db.Talks.AsNoTracking()
            .Where(talk => talk.ParticipationId == me.ParticipationId && talk.Number == plan.TalkNumber && talk.When != null).ToListAsync();
        return own.Find(talk => TalkChanges.PlanOf(talk) == plan.Id);
    }

    private ThreeTalks Of(PairAccess pair, Progress progress) =>
        new(pair, progress.Of<BuddyProgress>().Talks, TalkMoments.Current(me.Design!, progress)?.Number, clock.GetUtcNow());
}

/// <summary>The talks of a pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Talks">Where they stand.</param>
/// <param name="Current">The number of the one whose moment it is; null when it is none's.</param>
/// <param name="Now">When it was looked at, UTC: an offer is over with the last of its times.</param>
internal sealed record ThreeTalks(PairAccess Pair, TalksProgress Talks, int? Current, DateTimeOffset Now)
{
    /// <summary>Whether this person has something to do for it.</summary>
    public bool IsMine(TalkProgress talk) =>
        (talk.ClaimedBy ?? (talk.StartsAt is null ? talk.OfferStands(Now) : null)) is { } by && by == Pair.Other.Id;
}
