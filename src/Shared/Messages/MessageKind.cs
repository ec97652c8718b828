namespace LearningBuddy.Shared.Messages;

/// <summary>One kind of thing a person is told: a row of <see cref="MessageKinds.All"/>.</summary>
/// <param name="Name">One of <see cref="MessageName"/>.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Channels">The ways it may go, at least one.</param>
/// <param name="Counts">Whether it uses up <see cref="MessageCap"/> and is held back by it, in mail and push.</param>
/// <param name="CanWait">True: what may not go now becomes a part of the next digest. False: it comes later, on its own.</param>
/// <param name="CanBeSwitchedOff">False for what a person is told whatever they switched off or paused; quiet hours still hold.</param>
public sealed record MessageKind(
    string Name, MessageReceiver To, MessageChannels Channels, bool Counts, bool CanWait, bool CanBeSwitchedOff)
{
    /// <summary>Whether it may go by mail or push.</summary>
    public bool LeavesTheTool => (Channels & ~MessageChannels.InApp) != MessageChannels.None;
}

/// <summary>Whom a kind of message is for.</summary>
public enum MessageReceiver
{
    /// <summary>The learner whose journey it is about.</summary>
    Learner,

    /// <summary>The person an invitation asks.</summary>
    Invited,

    /// <summary>The learner's learning buddy.</summary>
    Buddy,

    /// <summary>A learner and their learning buddy: the other of the two, or both.</summary>
    Pair,

    /// <summary>The learner's learning buddy, or whoever facilitates: the one whose view is asked for.</summary>
    Viewers,

    /// <summary>Those a question was asked.</summary>
    Addressees,

    /// <summary>Whoever facilitates the journey.</summary>
    Facilitators,

    /// <summary>Whoever set the journey up and answers for its grades.</summary>
    Instructors,

    /// <summary>Whoever has the address or the device it is about.</summary>
    Owner,
}

/// <summary>Names of the kinds of messages. Part of the stored format: never changed, only added to.</summary>
public static class MessageName
{
    /// <summary>Somebody is asked to be a learning buddy.</summary>
    public const string BuddyInvited = "buddy.invited";

    /// <summary>Somebody said yes to being a learning buddy.</summary>
    public const string BuddyAccepted = "buddy.accepted";

    /// <summary>Somebody said no to being a learning buddy.</summary>
    public const string BuddyDeclined = "buddy.declined";

    /// <summary>An invitation that nobody answered is brought up again.</summary>
    public const string BuddyReminded = "buddy.reminded";

    /// <summary>An invitation ran out.</summary>
    public const string BuddyExpired = "buddy.expired";

    /// <summary>A facilitator suggests people to ask.</summary>
    public const string BuddySuggested = "buddy.suggested";

    /// <summary>The other of a pair ended it.</summary>
    public const string BuddyLeft = "buddy.left";

    /// <summary>A learner who heard nothing for long asks again.</summary>
    public const string BuddyAskedAgain = "buddy.again";

    /// <summary>The other of a pair wrote something.</summary>
    public const string BuddyNote = "buddy.note";

    /// <summary>The other of a pair offers times for a talk.</summary>
    public const string TalkTimesOffered = "talk.offered";

    /// <summary>A talk has a time, or another one.</summary>
    public const string TalkPlanned = "talk.planned";

    /// <summary>A talk was called off.</summary>
    public const string TalkCancelled = "talk.cancelled";

    /// <summary>The other of a pair says that a talk took place.</summary>
    public const string TalkClaimed = "talk.claimed";

    /// <summary>The other of a pair says that a talk did not take place.</summary>
    public const string TalkDenied = "talk.denied";

    /// <summary>A learner sent a piece of evidence: their learning buddy can read it and vouch for it.</summary>
    public const string EvidenceShared = "evidence.shared";

    /// <summary>A piece of evidence was returned.</summary>
    public const string EvidenceReturned = "evidence.returned";

    /// <summary>A piece of evidence was confirmed.</summary>
    public const string EvidenceConfirmed = "evidence.confirmed";

    /// <summary>Somebody said what they saw of a piece of evidence.</summary>
    public const string EvidenceAttested = "evidence.attested";

    /// <summary>Somebody whom the learner asked what they saw of a piece of evidence said no.</summary>
    public const string WitnessDeclined = "witness.declined";

    /// <summary>A learner asks somebody in the journey how they see the learner.</summary>
    public const string ViewWanted = "view.wanted";

    /// <summary>Somebody said how they see a learner.</summary>
    public const string ViewGiven = "view.given";

    /// <summary>A small exercise came.</summary>
    public const string ExerciseCame = "exercise.came";

    /// <summary>A question was asked.</summary>
    public const string QuestionAsked = "question.asked";

    /// <summary>A question was answered.</summary>
    public const string QuestionAnswered = "question.answered";

    /// <summary>A grade does not reach the LMS, or was changed there by hand.</summary>
    public const string GradeTrouble = "grade.trouble";

    /// <summary>What waits for a facilitator, once a day.</summary>
    public const string WaitingDaily = "waiting.daily";

    /// <summary>Whoever facilitates lets the learner start over.</summary>
    public const string JourneyRestarted = "journey.restarted";

    /// <summary>A behaviour was certified.</summary>
    public const string CertificationReached = "certification.reached";

    /// <summary>The person's address refuses mail for good.</summary>
    public const string MailRefused = "mail.refused";

    /// <summary>The push service of a device of theirs takes no notifications for it any more.</summary>
    public const string PushEnded = "push.ended";
}
