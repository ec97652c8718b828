using System.Collections.Immutable;

namespace LearningBuddy.Shared.Messages;

/// <summary>Whatever a person is told: one table.</summary>
public static class MessageKinds
{
    private const MessageChannels Inbox = MessageChannels.InApp;
    private const MessageChannels Outside = MessageChannels.Mail | MessageChannels.Push;
    private const MessageChannels Everywhere = Inbox | Outside;
    private const bool Yes = true;
    private const bool No = false;

    /// <summary>The kinds, in the order in which a digest and the preferences show them.</summary>
    public static readonly ImmutableArray<MessageKind> All =
    [
        // An invitation has its own words and buttons, so it is no line of a digest. What was sent for review is in the daily one, and
        // stands under "To review" at once.
        Row(MessageName.BuddyInvited, MessageReceiver.Invited, Everywhere, counts: Yes, waits: No, off: Yes),
        Row(MessageName.BuddyReminded, MessageReceiver.Invited, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.BuddyAccepted, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.BuddyDeclined, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.BuddyExpired, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.BuddySuggested, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.BuddyLeft, MessageReceiver.Pair, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.BuddyAskedAgain, MessageReceiver.Buddy, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.BuddyNote, MessageReceiver.Pair, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.TalkTimesOffered, MessageReceiver.Pair, Everywhere, counts: Yes, waits: Yes, off: Yes),

        // A date belongs into a calendar now, and each has its own part of a mail: neither held by the cap nor a line of a digest.
        Row(MessageName.TalkPlanned, MessageReceiver.Pair, Everywhere, counts: No, waits: No, off: Yes),
        Row(MessageName.TalkCancelled, MessageReceiver.Pair, Everywhere, counts: No, waits: No, off: Yes),
        Row(MessageName.TalkClaimed, MessageReceiver.Pair, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.TalkDenied, MessageReceiver.Pair, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.EvidenceShared, MessageReceiver.Buddy, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.EvidenceReturned, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.EvidenceConfirmed, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.EvidenceAttested, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.WitnessDeclined, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.ViewWanted, MessageReceiver.Viewers, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.ViewGiven, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.ExerciseCame, MessageReceiver.Learner, Outside, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.QuestionAsked, MessageReceiver.Addressees, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.QuestionAnswered, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.GradeTrouble, MessageReceiver.Instructors, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.WaitingDaily, MessageReceiver.Facilitators, Outside, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.JourneyRestarted, MessageReceiver.Learner, Everywhere, counts: Yes, waits: Yes, off: Yes),
        Row(MessageName.CertificationReached, MessageReceiver.Learner, Everywhere, counts: No, waits: No, off: No),

        // That nothing comes any more is read where nothing has to come to.
        Row(MessageName.MailRefused, MessageReceiver.Owner, Inbox, counts: No, waits: No, off: No),
        Row(MessageName.PushEnded, MessageReceiver.Owner, Inbox, counts: No, waits: No, off: No),
    ];

    /// <summary>The kind stored under this name, or null for one of a newer version.</summary>
    public static MessageKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static MessageKind Row(string name, MessageReceiver to, MessageChannels channels, bool counts, bool waits, bool off) =>
        new(name, to, channels, counts, waits, off);
}
