namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// How a platform behaves that does what the standards say. A learning platform that differs overrides the one member that differs, in its own file,
/// with the reason, its source and the date; each override has a row in <c>docs/lms-quirks.md</c> and a recorded case.
/// </summary>
internal class StandardLms
{
    /// <summary>Who may frame the pages that come before a launch, which know only the registration.</summary>
    public virtual IReadOnlyList<string> FrameSourcesBeforeLaunch(Platform platform) => FrameAncestors.Registered(platform);

    /// <summary>Who may frame the pages of a session.</summary>
    /// <param name="platform">The registration.</param>
    /// <param name="custom">The launch's custom parameters.</param>
    /// <param name="returnUrl">Where the platform wants people back.</param>
    public virtual IReadOnlyList<string> FrameOrigins(Platform platform, IReadOnlyDictionary<string, string> custom, Uri? returnUrl)
    {
        var origins = FrameAncestors.Registered(platform);
        FrameAncestors.Add(origins, returnUrl?.GetLeftPart(UriPartial.Authority));
        return origins;
    }

    /// <summary>The role in the course of a launch.</summary>
    public virtual CourseRole RoleOf(IReadOnlyList<string> roles, IReadOnlyDictionary<string, string> custom) => CourseRoles.Of(roles);

    /// <summary>Custom parameters to register beside <see cref="CustomParameter.Registered"/>.</summary>
    public virtual IReadOnlyDictionary<string, string> ExtraCustomParameters { get; } = new Dictionary<string, string>();
}
