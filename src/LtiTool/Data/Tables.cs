namespace LearningBuddy.LtiTool.Data;

/// <summary>Names of the tables that the short SQL of launches and claims uses too: said once, for the mapping and for them.</summary>
internal static class Tables
{
    public const string Person = "person";
    public const string Account = "account";
    public const string GuestLink = "guest_link";
    public const string Device = "device";
    public const string Course = "course";
    public const string Enrolment = "enrolment";
    public const string Journey = "journey";
    public const string JourneyLink = "journey_link";
    public const string Design = "design";
    public const string DesignVersion = "design_version";
    public const string Participation = "participation";
    public const string Platform = "platform";
    public const string Deployment = "deployment";
    public const string Session = "session";
    public const string UsedNonce = "used_nonce";
    public const string Attention = "attention";
    public const string Delivery = "delivery";
    public const string GradePosting = "grade_posting";
    public const string DueItem = "due_item";
    public const string Message = "message";
    public const string MessagePreferences = "message_preferences";
    public const string Group = "learning_group";
    public const string Talk = "talk";
    public const string PairNote = "pair_note";
}
