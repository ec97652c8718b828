using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>What follows from invitations.</summary>
public static class BuddyConsequences
{
    /// <summary>An invitation runs out at the moment that was said when it was made.</summary>
    public static IEnumerable<Follows> LetInvitationExpire(in Happening happening) => happening.Event.What is BuddyInvited invited
        ? [new Follows.Due(DueKind.InvitationExpiry, invited.InvitationId, invited.Until)]
        : [];
}
