using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Oidc;

/// <summary>The LTI messages this LMS sends.</summary>
public enum LaunchKind
{
    ResourceLink,
    DeepLinking,
    SubmissionReview,
}

/// <summary>A launch that somebody asked for and the tool hasn't fetched yet.</summary>
/// <param name="Activity">The link; null for deep linking.</param>
/// <param name="ForUser">Whose submission the teacher wants to see; null otherwise.</param>
/// <param name="DocumentTarget"><c>iframe</c> or <c>window</c>.</param>
public sealed record PreparedLaunch(
    School School,
    LaunchKind Kind,
    Person Person,
    Course Course,
    Activity? Activity,
    Person? ForUser = null,
    string DocumentTarget = "iframe")
{
    public Enrolment? Enrolment => Course.FindEnrolment(Person.Sub);
}

/// <summary>A prepared launch with what the tool's authentication request adds to it.</summary>
/// <param name="BaseUrl">The host's public address.</param>
/// <param name="Tool">The registration the launch goes to.</param>
/// <param name="ReturnToken">Binds what comes back (deep linking) to this launch.</param>
public sealed record LaunchContext(
    PreparedLaunch Launch,
    string BaseUrl,
    Registration.ToolRegistration Tool,
    DateTimeOffset Now,
    string Nonce,
    string ReturnToken)
{
    /// <summary>What this launch may tell: only what the tool asked for and the course allows.</summary>
    public Disclosure Disclosure => Tool.Disclosure & Launch.Course.Disclosure;
}
