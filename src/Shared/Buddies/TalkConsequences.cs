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
