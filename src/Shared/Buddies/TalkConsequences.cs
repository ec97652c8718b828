using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>What follows from talks.</summary>
public static class TalkConsequences
{
    /// <summary>How long the other has to say that a talk did not take place.</summary>
    public static readonly TimeSpan TimeToDisagree = TimeSpan.FromDays(3);

    /// <summary>What one of the two says about a talk holds after some days, unless the other says otherwise.</summary>
    public static IEnumerable<Follows> LetClaimStand(in Happening happening) => happening.Event.What is BuddyTalkClaimed claimed
        ? [new Follows.Due(DueKind.TalkConfirmation, Talk.IdOf(claimed.PairId, claimed.Number), happening.At + TimeToDisagree)]
        : [];

    /// <summary>Times are offered until the last of them is over: then they wait for nobody any more.</summary>
    public static IEnumerable<Follows> LetOfferLapse(in Happening happening) =>
        happening.Event.What is BuddyTimesOffered { Until: { } until } offered
            ? [new Follows.Due(DueKind.TalkOffer, Talk.IdOf(offered.PairId, offered.Number), until)]
            : [];

    /// <summary>What is to be noted once the times offered for a talk are over; null where they are not, or were answered.</summary>
    /// <param name="progress">The learner's progress.</param>
    /// <param name="talkId">The talk whose offer is due.</param>
    /// <param name="now">UTC.</param>
    public static BuddyTimesLapsed? WhenOver(Progress progress, Guid talkId, DateTimeOffset now) =>
        progress.Of<BuddyProgress>() is { HasBuddy: true } buddy
            && buddy.Talks.All.FirstOrDefault(talk => Talk.IdOf(buddy.PairId, talk.Number) == talkId) is { OfferedBy: not null } talk
            && talk.OfferStands(now) is null
            ? new(buddy.PairId, talk.Number)
            : null;

    /// <summary>The talk that counts now because the other did not say otherwise; null when there is none.</summary>
    /// <param name="progress">The learner's progress.</param>
    /// <param name="talkId">The talk that is due.</param>
    /// <param name="now">UTC.</param>
    public static TalkProgress? WhenDue(Progress progress, Guid talkId, DateTimeOffset now) =>
        progress.Of<BuddyProgress>() is { HasBuddy: true } buddy
            && buddy.Talks.All.FirstOrDefault(talk => Talk.IdOf(buddy.PairId, talk.Number) == talkId) is { HeldAt: null } talk
            && talk.ClaimedAt is { } claimed && now >= claimed + TimeToDisagree
            ? talk
            : null;
}
