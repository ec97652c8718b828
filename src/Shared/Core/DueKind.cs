namespace LearningBuddy.Shared.Core;

/// <summary>Names of what becomes due. Part of the stored format.</summary>
public static class DueKind
{
    /// <summary>An exercise is to be put into the inbox.</summary>
    public const string Nudge = "nudge";

    /// <summary>An invitation that nobody answered is brought up again.</summary>
    public const string InvitationReminder = "invitation-reminder";

    /// <summary>An invitation that nobody answered runs out.</summary>
    public const string InvitationExpiry = "invitation-expiry";

    /// <summary>One of a pair said that they talked; the other had time to say otherwise.</summary>
    public const string TalkConfirmation = "talk-confirmation";

    /// <summary>The last of the times that one of a pair offered is over, and nobody took one.</summary>
    public const string TalkOffer = "talk-offer";

    /// <summary>A group session ends by itself.</summary>
    public const string SessionEnd = "session-end";

    /// <summary>A certification runs out.</summary>
    public const string CertificationExpiry = "certification-expiry";

    /// <summary>A question should have been answered by now.</summary>
    public const string QuestionUnanswered = "question-unanswered";

    /// <summary>A learner's figures are to be worked out again under a new design.</summary>
    public const string DesignChange = "design-change";

    /// <summary>A file was taken out of a draft: its content is forgotten where nothing names it.</summary>
    public const string UnusedFile = "unused-file";

    /// <summary>A roster that nobody asked for in a day is read.</summary>
    public const string Roster = "roster";

    /// <summary>What was sent long ago is emptied, ended sessions are forgotten, metrics are refreshed.</summary>
    public const string Upkeep = "upkeep";

    /// <summary>What is known about a guest whose last purpose has ended is erased.</summary>
    public const string GuestRetention = "guest-retention";

    /// <summary>What one person is to be told outside the tool is looked at.</summary>
    public const string Messages = "messages";
}
