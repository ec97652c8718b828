namespace LearningBuddy.XApi.Profile;

/// <summary>The one table of activity types.</summary>
public static class ActivityTypes
{
    private const string Adl = "http://adlnet.gov/expapi/activities/";
    private const string Streams = "http://activitystrea.ms/";
    private const string TinCan = "http://id.tincanapi.com/activitytype/";
    private const string Ours = ProfileIris.Base + "/activity-types/";

    /// <value>A course in the LMS, and a journey: the default type of a platform's course.</value>
    public const string Course = Adl + "course";

    public const string Module = Adl + "module";
    public const string Meeting = Adl + "meeting";
    public const string Simulation = Adl + "simulation";
    public const string Question = Adl + "question";
    public const string Assessment = Adl + "assessment";
    public const string Profile = Adl + "profile";
    public const string Group = Streams + "group";
    public const string Review = Streams + "review";
    public const string Badge = Streams + "badge";
    public const string Goal = TinCan + "goal";
    public const string Step = TinCan + "step";
    public const string Competency = "https://w3id.org/xapi/tla/activity-types/competency";
    public const string Message = "https://w3id.org/xapi/acrossx/activities/message";
    public const string PracticeEvidence = Ours + "practice-evidence";
    public const string BuddyPairing = Ours + "buddy-pairing";
    public const string Commitment = Ours + "commitment";
    public const string GroupSession = Ours + "group-session";
    public const string Takeaway = Ours + "takeaway";
}

/// <summary>In which role somebody appears in <c>contextAgents</c> and <c>contextGroups</c> (2.0).</summary>
public static class Roles
{
    private const string Ours = ProfileIris.Base + "/roles/";

    public const string Learner = Ours + "learner";
    public const string LearningBuddy = Ours + "learning-buddy";
    public const string PracticeBuddy = Ours + "practice-buddy";
    public const string Facilitator = Ours + "facilitator";
    public const string BuddyPair = Ours + "buddy-pair";
    public const string PeerCircle = Ours + "peer-circle";
}

/// <summary>Keys of extensions and usage types of attachments.</summary>
public static class ExtensionIris
{
    private const string TinCan = "http://id.tincanapi.com/extension/";
    private const string Tla = "https://w3id.org/xapi/tla/extensions/";
    private const string Ours = ProfileIris.Base + "/extensions/";

    public const string AssessmentType = TinCan + "assessment-type";
    public const string Target = TinCan + "target";
    public const string PlannedStartTime = TinCan + "planned-start-time";
    public const string PlannedDuration = TinCan + "planned-duration";
    public const string AttemptId = TinCan + "attempt-id";
    public const string ValidUntil = TinCan + "valid-until";
    public const string Evidence = Tla + "evidence";
    public const string DueDate = Tla + "due_date";
    public const string Progress = "https://w3id.org/xapi/cmi5/result/extensions/progress";
    public const string BadgeAssertion = "http://specification.openbadges.org/xapi/extensions/badgeassertion";
    public const string ScaleLabel = Ours + "scale-label";
    public const string ReviewerRole = Ours + "reviewer-role";
    public const string AttestationBasis = Ours + "attestation-basis";
    public const string MeetingFacts = Ours + "meeting";
    public const string EvidenceFacts = Ours + "evidence";
    public const string NudgeFacts = Ours + "nudge";
    public const string GradeFacts = Ours + "ags";

    public const string SupportingMedia = "http://id.tincanapi.com/attachment/supporting_media";
    public const string Certificate = "http://id.tincanapi.com/attachment/certificate-of-completion";
}
