using System.Collections.Immutable;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Every kind of thing that becomes due.</summary>
internal static class DueKinds
{
    /// <summary>Name, and the class that handles it.</summary>
    public static readonly ImmutableArray<(string Name, Type Handler)> All =
    [
        (DueKind.Nudge, typeof(NudgeDue)),
        (DueKind.InvitationReminder, typeof(InvitationReminderDue)),
        (DueKind.InvitationExpiry, typeof(InvitationExpiryDue)),
        (DueKind.TalkConfirmation, typeof(TalkConfirmationDue)),
        (DueKind.TalkOffer, typeof(TalkOfferDue)),
        (DueKind.SessionEnd, typeof(SessionEndDue)),
        (DueKind.CertificationExpiry, typeof(CertificationExpiryDue)),
        (DueKind.QuestionUnanswered, typeof(QuestionUnansweredDue)),
        (DueKind.DesignChange, typeof(DesignChangeDue)),
        (DueKind.UnusedFile, typeof(UnusedFileDue)),
        (DueKind.Roster, typeof(RosterDue)),
        (DueKind.Upkeep, typeof(UpkeepDue)),
        (DueKind.Messages, typeof(MessagesDue)),
        (DueKind.GuestRetention, typeof(GuestRetentionDue)),
    ];
}
