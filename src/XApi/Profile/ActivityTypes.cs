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

    internal const string Module = Adl + "module";
    internal const string Meeting = Adl + "meeting";
    internal const string Simulation = Adl + "simulation";
    internal const string Question = Adl + "question";
    internal const string Assessment = Adl + "assessment";
    internal const string Profile = Adl + "profile";
    internal const string Group = Streams + "group";
    internal const string Review = Streams + "review";
    internal const string Badge = Streams + "badge";
    internal const string Goal = TinCan + "goal";
    internal const string Step = TinCan + "step";
    internal const string Competency = "https://w3id.org/xapi/tla/activity-types/competency";
    internal const string Message = "https://w3id.org/xapi/acrossx/activities/message";
    internal const string PracticeEvidence = Ours + "practice-evidence";
    internal const string BuddyPairing = Ours + "buddy-pairing";
    internal const string Commitment = Ours + "commitment";
}

/// <summary>In which role somebody appears in <c>contextAgents</c> and <c>contextGroups</c> (2.0).</summary>
public static class Roles
{
    private const string Ours = ProfileIris.Base + "/roles/";

    internal const string Learner = Ours + "learner";
    internal const string LearningBuddy = Ours + "learning-buddy";
    internal const string PracticeBuddy = Ours + "practice-buddy";
    internal const string Facilitator = Ours + "facilitator";
    internal const string BuddyPair = Ours + "buddy-pair";
    internal const string PeerCircle = Ours + "peer-circle";
}

/// <summary>Keys of extensions and usage types of attachments.</summary>
public static class ExtensionIris
{
    private const string TinCan = "http://id.tincanapi.com/extension/";
    private const string Tla = "https://w3id.org/xapi/tla/extensions/";
    private const string Ours = ProfileIris.Base + "/extensions/";

    internal const string AssessmentType = TinCan + "assessment-type";
    internal const string Target = TinCan + "target";
    internal const string PlannedStartTime = TinCan + "planned-start-time";
    internal const string PlannedDuration = TinCan + "planned-duration";
    internal const string AttemptId = TinCan + "attempt-id";
    internal const string ValidUntil = TinCan + "valid-until";
    internal const string Evidence = Tla + "evidence";
    internal const string DueDate = Tla + "due_date";
    internal const string Progress = "https://w3id.org/xapi/cmi5/result/extensions/progress";
    internal const string BadgeAssertion = "http://specification.openbadges.org/xapi/extensions/badgeassertion";
    internal const string ScaleLabel = Ours + "scale-label";
    internal const string ReviewerRole = Ours + "reviewer-role";
    internal const string MeetingFacts = Ours + "meeting";
    internal const string EvidenceFacts = Ours + "evidence";
    internal const string NudgeFacts = Ours + "nudge";
    internal const string GradeFacts = Ours + "ags";

    internal const string SupportingMedia = "http://id.tincanapi.com/attachment/supporting_media";
    internal const string Certificate = "http://id.tincanapi.com/attachment/certificate-of-completion";
}
