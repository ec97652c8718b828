using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Buddies;

/// <summary>What people are told about invitations. Whoever is asked by mail gets the invitation there, and nothing else.</summary>
internal static class BuddyMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        BuddyInvited { BuddyId: { } asked } invited => [To(asked, MessageName.BuddyInvited, invited.PairId, e)],
        BuddyReminded reminded when progress.Of<BuddyProgress>() is { State: BuddyState.Invited, BuddyId: { } asked } =>
            [To(asked, MessageName.BuddyReminded, reminded.PairId, e)],
        BuddyAccepted accepted =>
            [.. Settled(accepted.PairId), ToLearner(MessageName.BuddyAccepted, accepted.PairId, e.ActorId)],
        BuddyDeclined declined =>
            [.. Settled(declined.PairId), ToLearner(MessageName.BuddyDeclined, declined.PairId, e.ActorId)],
        BuddyInvitationWithdrawn withdrawn => Settled(withdrawn.PairId),
        BuddyInvitationExpired expired =>
        [
            .. Settled(expired.PairId),
            ToLearner(MessageName.BuddyExpired, expired.PairId, progress.Of<BuddyProgress>().BuddyId ?? Guid.Empty),
        ],
        _ => [],
    };

    private static Tells.Message To(Guid asked, string kind, Guid pair, RecordedEvent e) =>
        new(kind, pair, new Waits.Person(asked), e.LearnerId);

    private static Tells.Message ToLearner(string kind, Guid pair, Guid from) => new(kind, pair, new Waits.Learner(), from);

    private static Tells[] Settled(Guid pair) =>
        [new Tells.Done(MessageName.BuddyInvited, pair), new Tells.Done(MessageName.BuddyReminded, pair)];
}
