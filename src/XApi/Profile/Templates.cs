namespace LearningBuddy.XApi.Profile;

/// <summary>Ids of the profile's statement templates: one for each kind of statement that is emitted.</summary>
public static class Templates
{
    private const string Ours = ProfileIris.Base + "/templates/";

    internal const string JourneyStarted = Ours + "journey-started";
    internal const string JourneyCompleted = Ours + "journey-completed";
    internal const string JourneyRestarted = Ours + "journey-restarted";
    internal const string JourneyWithdrawn = Ours + "journey-withdrawn";
    internal const string SelfAssessed = Ours + "self-assessed";
    internal const string ViewGiven = Ours + "view-given";
    internal const string SprintChosen = Ours + "sprint-chosen";
    internal const string SprintUnchosen = Ours + "sprint-unchosen";
    internal const string SprintStarted = Ours + "sprint-started";
    internal const string SprintProgressed = Ours + "sprint-progressed";
    internal const string SprintCompleted = Ours + "sprint-completed";
    internal const string BuddyInvited = Ours + "buddy-invited";
    internal const string BuddyInvitedByCode = Ours + "buddy-invited-by-code";
    internal const string BuddyAccepted = Ours + "buddy-accepted";
    internal const string BuddyDeclined = Ours + "buddy-declined";
    internal const string BuddyInvitationWithdrawn = Ours + "buddy-invitation-withdrawn";
    internal const string BuddyEnded = Ours + "buddy-ended";
    internal const string BuddyLeft = Ours + "buddy-left";
    internal const string MeetingPlanned = Ours + "meeting-planned";
    internal const string MeetingCancelled = Ours + "meeting-cancelled";
    internal const string BuddyMeetingHeld = Ours + "buddy-meeting-held";
    internal const string MeetingMissed = Ours + "meeting-missed";
    internal const string ScenarioAttempted = Ours + "scenario-attempted";
    internal const string EvidenceDrafted = Ours + "evidence-drafted";
    internal const string EvidenceSubmitted = Ours + "evidence-submitted";
    internal const string EvidenceRevised = Ours + "evidence-revised";
    internal const string EvidenceAttested = Ours + "evidence-attested";
    internal const string FeedbackGiven = Ours + "feedback-given";
    internal const string FeedbackReceived = Ours + "feedback-received";
    internal const string FeedbackViewed = Ours + "feedback-viewed";
    internal const string EvidenceConfirmed = Ours + "evidence-confirmed";
    internal const string EvidenceReturned = Ours + "evidence-returned";
    internal const string Certified = Ours + "certified";
    internal const string CertificationExpired = Ours + "certification-expired";
    internal const string CertificationRevoked = Ours + "certification-revoked";
    internal const string CredentialEarned = Ours + "credential-earned";
    internal const string CircleFormed = Ours + "circle-formed";
    internal const string CircleJoined = Ours + "circle-joined";
    internal const string CircleMet = Ours + "circle-met";
    internal const string SessionAttended = Ours + "session-attended";
    internal const string TakeawayMade = Ours + "takeaway-made";
    internal const string TakeawayDone = Ours + "takeaway-done";
    internal const string TakeawayNotYet = Ours + "takeaway-not-yet";
    internal const string CommitmentMade = Ours + "commitment-made";
    internal const string CommitmentKept = Ours + "commitment-kept";
    internal const string CommitmentNotKept = Ours + "commitment-not-kept";
    internal const string GoalSet = Ours + "goal-set";
    internal const string GoalRevised = Ours + "goal-revised";
    internal const string GoalCheckedIn = Ours + "goal-checked-in";
    internal const string GoalAchieved = Ours + "goal-achieved";
    internal const string GoalDropped = Ours + "goal-dropped";
    internal const string ActionPlanned = Ours + "action-planned";
    internal const string ActionDone = Ours + "action-done";
    internal const string QuestionAsked = Ours + "question-asked";
    internal const string QuestionAnswered = Ours + "question-answered";
    internal const string NudgeScheduled = Ours + "nudge-scheduled";
    internal const string NudgeSent = Ours + "nudge-sent";
    internal const string NudgeOpened = Ours + "nudge-opened";
    internal const string NudgeActedOn = Ours + "nudge-acted-on";
    internal const string NudgeSnoozed = Ours + "nudge-snoozed";
    internal const string NudgeDismissed = Ours + "nudge-dismissed";
    internal const string GradeSent = Ours + "grade-sent";
    internal const string HelpAsked = Ours + "help-asked";

    /// <summary>Drafts and deliveries are private or noise: they leave only where a destination asks for them.</summary>
    internal static bool IsOnByDefault(string templateId) =>
        templateId is not (SprintProgressed or EvidenceDrafted or FeedbackReceived or NudgeScheduled or NudgeSent or GradeSent);
}
