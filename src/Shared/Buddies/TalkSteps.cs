using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Buddies;

/// <summary>Something to do for the next talk with the learning buddy.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="BuddyId">The buddy.</param>
/// <param name="Number">Which talk, from 1.</param>
/// <param name="Task">What.</param>
public sealed record PrepareTalk(Guid PairId, Guid BuddyId, int Number, TalkTask Task) : NextStep
{
    /// <summary>When it was to begin, UTC, or null.</summary>
    public DateTimeOffset? StartsAt { get; init; }
}

/// <summary>A talk waits: for an answer, for its hour, or for the other to say that it took place.</summary>
/// <param name="BuddyId">The buddy.</param>
/// <param name="Number">Which talk, from 1.</param>
/// <param name="For">What it waits for.</param>
/// <param name="At">Since when, or for planned ones when it begins, UTC.</param>
public sealed record AwaitTalk(Guid BuddyId, int Number, TalkWait For, DateTimeOffset At) : WaitingStep;

/// <summary>Do what was promised in the last talk.</summary>
/// <param name="Plan">The plan.</param>
public sealed record TryPlan(TalkPlan Plan) : NextStep;

/// <summary>The buddy has not answered for long.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="BuddyId">The buddy.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record HearNothing(Guid PairId, Guid BuddyId, DateTimeOffset Since) : NextStep;

/// <summary>What is to be done for a talk.</summary>
public enum TalkTask
{
    /// <summary>Offer times.</summary>
    OfferTimes,

    /// <summary>Take one of the times that the buddy offered.</summary>
    TakeTime,

    /// <summary>Write from memory what one knows.</summary>
    Remember,

    /// <summary>Say whether it took place.</summary>
    SayHeld,

    /// <summary>Decide what to do differently.</summary>
    MakePlan,
}

/// <summary>What a talk waits for.</summary>
public enum TalkWait
{
    /// <summary>The buddy takes one of the times.</summary>
    Answer,

    /// <summary>Its hour.</summary>
    Hour,

    /// <summary>The buddy says that it took place.</summary>
    Confirmation,
}

/// <summary>The three talks.</summary>
public static class TalkSteps
{
    /// <summary>A buddy who has been silent for long comes before the talk they keep waiting.</summary>
    public static IEnumerable<NextStep> HearNothing(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        Pair(design, progress) is { } buddy && buddy.IsSilent(design.Find<BuddiesSection>()!, now)
            ? [new HearNothing(buddy.PairId, buddy.BuddyId!.Value, buddy.UnansweredSince!.Value)]
            : [];

    /// <summary>What is to be done for the talk whose moment it is.</summary>
    public static IEnumerable<NextStep> Prepare(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        if (Pair(design, progress) is not { } buddy || Task(design, progress, now) is not var (talk, task))
        {
            return [];
        }

        return [new PrepareTalk(buddy.PairId, buddy.BuddyId!.Value, talk.Number, task) { StartsAt = talk.StartsAt }];
    }

    /// <summary>What was promised is to be done, until somebody looked at it again.</summary>
    public static IEnumerable<NextStep> Try(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<BuddiesSection>() is not null && progress.Of<BuddyProgress>().Talks.OpenPlan is { } plan ? [new TryPlan(plan)] : [];

    /// <summary>The talk waits for the buddy, or for its hour.</summary>
    public static IEnumerable<NextStep> Await(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        if (Pair(design, progress) is not { BuddyId: { } buddy } || TalkMoments.Current(design, progress) is not { } talk)
        {
            return [];
        }

        return talk switch
        {
            { ClaimedBy: { } by, ClaimedAt: { } at } when by != buddy => [new AwaitTalk(buddy, talk.Number, TalkWait.Confirmation, at)],
            { StartsAt: { } at } when at > now => [new AwaitTalk(buddy, talk.Number, TalkWait.Hour, at)],
            _ when talk.OfferStands(now) is { } by && by != buddy => [new AwaitTalk(buddy, talk.Number, TalkWait.Answer, talk.OfferedAt)],
            _ => [],
        };
    }

    /// <summary>
    /// What waits for one of the two because of the other, as long as Today shows it; null for nothing. The clock is not asked: an offer
    /// that is over is noted as such.
    /// </summary>
    internal static Attention? WaitingFor(JourneyDesign design, Progress progress) =>
        Pair(design, progress) is { BuddyId: { } buddy } pair && TalkMoments.Current(design, progress) is { } talk
            && (talk.ClaimedBy ?? (talk.StartsAt is null ? talk.OfferedBy : null)) is { } by
                ? new(
                    AttentionKind.Talk, Talk.IdOf(pair.PairId, talk.Number),
                    by == buddy ? new Waits.Learner() : new Waits.Person(buddy))
                : null;

    private static (TalkProgress Talk, TalkTask Task)? Task(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        var buddy = progress.Of<BuddyProgress>();
        if (buddy.Talks.All.LastOrDefault(talk => talk.HeldByPair == buddy.PairId) is { Plan: null } held)
        {
            return (held, TalkTask.MakePlan);
        }

        return TalkMoments.Current(design, progress) switch
        {
            { ClaimedBy: { } by } claimed => by == buddy.BuddyId ? (claimed, TalkTask.SayHeld) : null,
            { StartsAt: { } at } past when at <= now => (past, TalkTask.SayHeld),
            { } offered when offered.OfferStands(now) is { } by && by == buddy.BuddyId => (offered, TalkTask.TakeTime),
            { StartsAt: null } next when next.OfferStands(now) is null => (next, TalkTask.OfferTimes),
            { Number: > 1, RecalledAt: null } next => (next, TalkTask.Remember),
            _ => null,
        };
    }

    /// <summary>The pair, while there is one and the journey goes on.</summary>
    private static BuddyProgress? Pair(JourneyDesign design, Progress progress) =>
        design.Find<BuddiesSection>() is not null && progress.Of<BuddyProgress>() is { HasBuddy: true, BuddyId: not null } buddy
            && progress.Of<JourneyProgress>() is { CompletedAt: null, HasWithdrawn: false }
            ? buddy
            : null;
}
