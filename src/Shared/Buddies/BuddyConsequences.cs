using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>What follows from invitations.</summary>
public static class BuddyConsequences
{
    /// <summary>An invitation runs out at the moment that was said when it was made.</summary>
    public static IEnumerable<Follows> LetInvitationExpire(in Happening happening) => happening.Event.What is BuddyInvited invited
        ? [new Follows.Due(DueKind.InvitationExpiry, invited.InvitationId, invited.Until) { IsNew = true }]
        : [];

    /// <summary>
    /// Somebody who was asked and has not answered is reminded once, unless it has run out by then: also at a mail address. A code asks
    /// nobody.
    /// </summary>
    public static IEnumerable<Follows> Remind(in Happening happening)
    {
        var design = happening.Design;
        return happening.Event.What is BuddyInvited invited && (invited.BuddyId ?? invited.GuestId) is not null
            && design.Find<BuddiesSection>() is { } section
            && happening.At.AddDays(section.RemindAfterDays) is var at && at < invited.Until
            ? [new Follows.Due(DueKind.InvitationReminder, invited.InvitationId, at) { IsNew = true }]
            : [];
    }
}
