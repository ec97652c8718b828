using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Circles;
using LearningBuddy.Shared.Coaching;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Partners;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>One example of everything that can happen, in a journey of four people.</summary>
internal static class JourneyEvents
{
    public static readonly Guid Learner = Id(1042);
    public static readonly Guid Buddy = Id(1077);
    public static readonly Guid Facilitator = Id(12);
    public static readonly Guid Guest = Id(5);

    private static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private const string Decision = "decision-first";
    private const string Meetings = "virtual-meetings";
    private static readonly EvidenceRef First = new(Id(9001), 1, [Decision], Meetings);
    private static readonly EvidenceRef Second = First with { Revision = 2 };
    private static readonly Points Level = new(3, 0, 4);
    private static readonly NudgeRef Nudge = new(Id(5512), "coaching-question", Decision, NudgeChannel.Email, 3, 9);
    private static readonly FileRef Agenda =
        new("application/pdf", 48213, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    private static readonly MeetingRef BuddyMeeting = new(
        Id(812), MeetingKind.Buddy, 2, 3, Id(640), new DateTimeOffset(2026, 9, 15, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(30));

    private static readonly MeetingRef CircleMeeting = BuddyMeeting with
    {
        Id = Id(813), Kind = MeetingKind.Circle, Sequence = 1, Of = null, GroupId = Id(15),
    };

    /// <summary>What the four wrote.</summary>
    public static Dictionary<TextRef, string> Words { get; } = new()
    {
        [new(TextKind.EvidenceTitle, Id(9001), 1)] = "My weekly stand-up",
        [new(TextKind.EvidenceTitle, Id(9001), 2)] = "My weekly stand-up",
        [new(TextKind.FileName, Id(9001), 1)] = "agenda for Ann.pdf",
        [new(TextKind.Reflection, Id(77))] = "I waited too long.",
        [new(TextKind.Attestation, Id(84))] = "I was there.",
        [new(TextKind.Feedback, Id(88))] = "Name who decides.",
        [new(TextKind.ReviewComment, Id(85))] = "Twice on the job.",
        [new(TextKind.ReviewComment, Id(86))] = "What happened next?",
        [new(TextKind.CredentialName, Id(3))] = "Leading remote teams",
        [new(TextKind.FileName, Id(3))] = "certificate.pdf",
        [new(TextKind.CircleName, Id(15))] = "Circle 15",
        [new(TextKind.Commitment, Id(78))] = "Agendas with the decision first",
        [new(TextKind.Goal, Id(90), 1)] = "Fewer, shorter meetings",
        [new(TextKind.Goal, Id(90), 2)] = "Shorter meetings",
        [new(TextKind.CheckIn, Id(89))] = "Two are gone.",
        [new(TextKind.Answer, Id(93))] = "Ask for the decision.",
    };

    public static StatementScene Scene { get; } = new()
    {
        ToolBase = new Uri("https://buddy.example"),
        JourneyId = Id(31),
        Design = new JourneyDesign
        {
            TemplateId = "leading-remote-teams",
            Title = "Leading remote teams",
            Behaviours = [new(Decision, "States the decision wanted at the start of a meeting")],
            Sections = DesignSections.Of(
                new SprintsSection([new(Meetings, "Running effective virtual meetings", 95, [Decision])]),
                new NudgesSection { Exercises = [new("coaching-question", "Ask one coaching question today", Decision)] }),
        },
        Texts = Words,
        Course = new CourseActivity("https://moodle.example/course/view.php?id=7", "Management academy 2026"),
        Registration = new Guid("60d112fc-3150-5150-892c-4e1e41ddf21f"),
        People = new Dictionary<Guid, PersonAccount>
        {
            [Learner] = new("https://moodle.example", "1042", "ann@school.example"),
            [Buddy] = new("https://moodle.example", "1077"),
            [Facilitator] = new("https://moodle.example", "12"),
        },
        FacilitatorId = Facilitator,
    };

    /// <summary>Name of the golden file, and the event. The order is that of a real journey: what is referred to came before.</summary>
    public static IReadOnlyList<(string Name, RecordedEvent Event)> All { get; } =
    [
        By(Learner, "journey-started", new JourneyStarted()),
        By(Learner, "journey-completed", new JourneyCompleted(true, TimeSpan.FromDays(42) + TimeSpan.FromHours(3))),
        By(Facilitator, "journey-restarted", new JourneyRestarted()),
        By(Learner, "journey-withdrawn", new JourneyWithdrawn()),
        By(Learner, "self-assessed", new SelfAssessed(Decision, new Points(2, 1, 5), "I know that I can't do it yet")),
        By(Learner, "sprint-chosen", new SprintChosen(Meetings)),
        By(Learner, "sprint-unchosen", new SprintUnchosen(Meetings)),
        By(Learner, "sprint-started", new SprintStarted(Meetings)),
        By(Learner, "sprint-progressed", new SprintProgressed(Meetings, 40)),
        By(Learner, "sprint-completed", new SprintCompleted(Meetings, TimeSpan.FromMinutes(95))),
        By(Learner, "sprint-part-done", new SprintPartDone(Meetings, "read-first")),
        By(Learner, "sprint-part-undone", new SprintPartUndone(Meetings, "read-first")),
        By(Learner, "sprint-pace-chosen", new SprintPaceChosen(true)),
        By(Learner, "sprints-paused", new SprintsPaused(new DateOnly(2026, 9, 21), new DateOnly(2026, 9, 28), Start.AddDays(10))),
        By(Learner, "sprints-resumed", new SprintsResumed(new DateOnly(2026, 9, 25))),
        By(Learner, "confidence-told", new ConfidenceTold(Meetings, ConfidenceMoment.AfterContent, 4)),
        By(Learner, "help-offered", new HelpOffered()),
        By(Learner, "help-ended", new HelpEnded()),
        By(Learner, "buddy-invited", new BuddyInvited(Id(640), Id(630), Buddy, Start.AddDays(7))),
        By(Learner, "buddy-invited-by-code", new BuddyInvited(Id(641), Id(631), null, Start.AddDays(7))),
        By(Learner, "buddy-invited-by-mail", new BuddyInvited(Id(642), Id(632), null, Start.AddDays(7)) { GuestId = Guest }),
        By(Buddy, "buddy-accepted", new BuddyAccepted(Id(640), EventId("buddy-invited"))),
        By(Buddy, "buddy-declined", new BuddyDeclined(Id(640), EventId("buddy-invited"))),
        By(Learner, "buddy-invitation-withdrawn", new BuddyInvitationWithdrawn(Id(641), EventId("buddy-invited-by-code"))),
        By(Guid.Empty, "buddy-reminded", new BuddyReminded(Id(640), EventId("buddy-invited"))),
        By(Guid.Empty, "buddy-invitation-expired", new BuddyInvitationExpired(Id(640), EventId("buddy-invited"))),
        By(Learner, "buddy-ended", new BuddyEnded(Id(640))),
        By(Buddy, "buddy-left", new BuddyLeft(Id(640))),
        By(Learner, "meeting-planned", new MeetingPlanned(BuddyMeeting)),
        By(Learner, "meeting-cancelled", new MeetingCancelled(BuddyMeeting)),
        By(Learner, "buddy-meeting-held", new BuddyMeetingHeld(BuddyMeeting, [Learner, Buddy], TimeSpan.FromMinutes(35))),
        By(Learner, "buddy-meeting-held-for-who-knows-how-long", new BuddyMeetingHeld(
            BuddyMeeting with { PlannedStartAt = null, PlannedDuration = null }, [Learner, Buddy], Duration: null)),
        By(Learner, "meeting-missed", new MeetingMissed(BuddyMeeting)),
        By(Learner, "buddy-times-offered", new BuddyTimesOffered(Id(640), 2) { Until = Start.AddDays(4) }),
        By(Guid.Empty, "buddy-times-lapsed", new BuddyTimesLapsed(Id(640), 2)),
        By(Learner, "buddy-talk-recalled", new BuddyTalkRecalled(Id(640), 2)),
        By(Buddy, "buddy-talk-listened", new BuddyTalkListened(Id(640), 2)),
        By(Learner, "buddy-talk-claimed", new BuddyTalkClaimed(Id(640), 2) { Minutes = 35 }),
        By(Buddy, "buddy-talk-denied", new BuddyTalkDenied(Id(640), 2)),
        By(Buddy, "buddy-note-written", new BuddyNoteWritten(Id(640), Id(641))),
        By(Learner, "buddy-asked-again", new BuddyAskedAgain(Id(640))),
        By(Learner, "buddy-done-without", new BuddyDoneWithout()),
        By(Facilitator, "buddy-suggested", new BuddySuggested([Buddy, Id(633)])),
        By(Learner, "buddy-name-shown", new BuddyNameShown(Id(640), true)),
        By(Learner, "scenario-attempted", new PracticeAttempted(
            Id(77), "The silent meeting", Id(650), Buddy, TimeSpan.FromMinutes(12), Level)),
        By(Guest, "view-given", new ViewGiven(Decision, Viewer.Manager, Guest, new Points(1, 0, 3), "I know that I can't do it yet")),
        By(Learner, "view-asked", new ViewAsked(Id(661), Guest, Viewer.Manager, Start.AddDays(14))),
        By(Guest, "view-accepted", new ViewAccepted(Id(661))),
        By(Guest, "view-declined", new ViewDeclined(Id(661))),
        By(Learner, "view-ended", new ViewEnded(Id(661))),
        By(Learner, "view-wanted", new ViewWanted(Viewer.Buddy)),
        By(Learner, "evidence-drafted", new EvidenceDrafted(First.Id)),
        By(Learner, "evidence-discarded", new EvidenceDiscarded(First.Id)),
        By(Learner, "evidence-submitted", new EvidenceSubmitted(First, EvidenceKind.OnTheJob, new DateOnly(2026, 9, 18), [Agenda])),
        By(Learner, "evidence-revised", new EvidenceRevised(Second, EventId("evidence-submitted"))),
        By(Guest, "evidence-attested", new EvidenceAttested(First, Id(84), EventId("evidence-submitted"), ReviewerRole.Witness, AttestationBasis.Present)),
        By(Buddy, "evidence-attested-after-a-talk", new EvidenceAttested(
            First, Id(87), EventId("evidence-submitted"), ReviewerRole.Buddy, AttestationBasis.TalkedThrough)),
        By(Buddy, "evidence-attestation-declined", new AttestationDeclined(First, Id(89), EventId("evidence-submitted"), ReviewerRole.Buddy)),
        By(Learner, "evidence-witness-asked", new WitnessAsked(First.Id, Id(660), Guest, Start.AddDays(14))),
        By(Guest, "evidence-witness-accepted", new WitnessAccepted(First.Id, Id(660))),
        By(Guest, "evidence-witness-declined", new WitnessDeclined(First.Id, Id(660))),
        By(Learner, "evidence-witness-ended", new WitnessEnded(First.Id, Id(660))),
        By(Buddy, "feedback-given", new FeedbackGiven(
            First, EventId("evidence-submitted"), Id(88), ReviewerRole.Buddy, Id(640), null)),
        By(Learner, "feedback-received", new FeedbackReceived(Id(88), EventId("feedback-given"))),
        By(Learner, "feedback-viewed", new FeedbackRead(Id(88), EventId("feedback-given"))),
        By(Facilitator, "evidence-confirmed", new ReviewConfirmed(First, Id(85), EventId("evidence-submitted"), Level)),
        By(Facilitator, "evidence-returned", new ReviewReturned(First, Id(86), EventId("evidence-submitted"))),
        By(Facilitator, "certified", new BehaviourCertified(
            Decision, First.Id, First.Revision, Level, EventId("evidence-confirmed"),
            [EventId("evidence-submitted"), EventId("evidence-confirmed")], Facilitator, new DateOnly(2028, 9, 21))),
        By(Guid.Empty, "certification-expired", new CertificationExpired(Decision, EventId("certified"))),
        By(Facilitator, "certification-revoked", new CertificationRevoked(Decision, EventId("certified"))),
        By(Learner, "credential-earned", new CredentialEarned(Id(3), Agenda)),
        By(Facilitator, "circle-formed", new CircleFormed(Id(15))),
        By(Learner, "circle-joined", new CircleJoined(Id(15))),
        By(Learner, "circle-met", new CircleMet(CircleMeeting, TimeSpan.FromMinutes(90))),
        By(Facilitator, "group-session-opened", new GroupSessionOpened(Id(830))),
        By(Facilitator, "session-attended", new GroupSessionAttended(Id(830), Id(831), TimeSpan.FromMinutes(45)) { SprintId = Meetings }),
        By(Facilitator, "session-attended-by-challenge", new GroupSessionAttended(Id(830), Id(832), TimeSpan.FromMinutes(40)) { BehaviourId = Decision }),
        By(Guid.Empty, "group-session-ended", new GroupSessionEnded(Id(830))),
        By(Learner, "takeaway-made", new TakeawayMade(Id(833), Id(830))),
        By(Learner, "takeaway-done", new TakeawayAnswered(Id(833), Id(830), true, EventId("takeaway-made"))),
        By(Learner, "takeaway-not-yet", new TakeawayAnswered(Id(833), Id(830), false, EventId("takeaway-made"))),
        By(Learner, "commitment-made", new CommitmentMade(Id(78), Id(15), true, Start.AddDays(42))),
        By(Learner, "commitment-kept", new CommitmentSettled(Id(78), Id(15), true, true, EventId("commitment-made"))),
        By(Learner, "commitment-not-kept", new CommitmentSettled(Id(78), Id(640), false, false, EventId("commitment-made"))),
        By(Learner, "goal-set", new GoalSet(Id(90), Decision, Start.AddDays(42))),
        By(Learner, "goal-revised", new GoalRevised(Id(90), 2)),
        By(Learner, "goal-checked-in", new GoalCheckedIn(Id(90), Id(89), 60)),
        By(Learner, "goal-achieved", new GoalAchieved(Id(90), EventId("goal-set"))),
        By(Learner, "goal-dropped", new GoalDropped(Id(90), EventId("goal-set"))),
        By(Learner, "action-planned", new ActionPlanned(Id(91), Id(90), Start.AddDays(7))),
        By(Learner, "action-done", new ActionDone(Id(91), Id(90))),
        By(Learner, "question-asked", new QuestionAsked(Id(92), QuestionAudience.Everybody, Start.AddDays(2))),
        By(Buddy, "question-answered", new QuestionAnswered(Id(92), Id(93), EventId("question-asked"))),
        By(Guid.Empty, "nudge-scheduled", new NudgeScheduled(
            Nudge, Start.AddDays(43), EventId("evidence-confirmed"), Start) { Day = 6 }),
        By(Guid.Empty, "nudge-sent", new NudgeSent(Nudge)),
        By(Learner, "nudge-opened", new NudgeOpened(Nudge)),
        By(Learner, "nudge-acted-on", new NudgeActedOn(Nudge, "log-evidence")),
        By(Learner, "nudge-snoozed", new NudgeSnoozed(Nudge, Start.AddDays(44))),
        By(Learner, "nudge-dismissed", new NudgeDismissed(Nudge)),
        By(Guid.Empty, "grade-sent", new GradeSent(
            Id(95), "https://moodle.example/mod/lti/services.php/7/lineitems/3/lineitem", 7.5, 10, "Completed", "FullyGraded")),
        By(Learner, "help-asked", new HelpAsked(Meetings)),
        By(Guid.Empty, "nudge-plan-begun", new NudgePlanBegun(EventId("evidence-confirmed"), Start, IsHeldOut: true) { Start = NudgeStart.Certification }),
        By(Guid.Empty, "nudge-plan-given-up", new NudgePlanGivenUp(EventId("evidence-confirmed"))),
        By(Guid.Empty, "nudge-withheld", new NudgeWithheld(Nudge) { Reason = WithheldReason.NothingLeft }),
        By(Learner, "nudge-moved", new NudgeMoved(Nudge, Start.AddDays(44))),
        By(Guid.Empty, "nudge-called-off", new NudgeCalledOff(Nudge)),
        By(Learner, "nudge-pace-chosen", new NudgePaceChosen(NudgePace.Small)),
        By(Learner, "question-answers-read", new AnswersRead(Id(92))),
        By(Learner, "question-answer-helped", new AnswerHelped(Id(92), Id(93))),
        By(Guid.Empty, "question-overdue", new QuestionOverdue(Id(92))),
        By(Facilitator, "design-changed", new DesignChanged(2)),
    ];

    /// <summary>Those that become statements.</summary>
    public static IEnumerable<(string Name, RecordedEvent Event)> Told =>
        All.Where(example => EventTypes.Of(example.Event.What).HasStatement);

    private static (string Name, RecordedEvent Event) By(Guid actor, string name, JourneyEvent what) =>
        (name, new RecordedEvent(EventId(name), Id(31), Id(501), Learner, actor, Start, what));

    private static Guid EventId(string name) => LearningBuddy.XApi.Statements.StatementIds.NameBased(Guid.Empty, name);

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
