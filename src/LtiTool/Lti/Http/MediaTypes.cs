namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Media types of the services. Exactly one is sent with each request: some platforms refuse a list, and <c>application/json</c> too.
/// </summary>
internal static class MediaTypes
{
    public const string LineItems = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    public const string LineItem = "application/vnd.ims.lis.v2.lineitem+json";
    public const string Score = "application/vnd.ims.lis.v1.score+json";
    public const string Results = "application/vnd.ims.lis.v2.resultcontainer+json";
    public const string Roster = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
}
