using System.ComponentModel.DataAnnotations;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Settings of the protocol; section <c>LearningBuddy:Lti</c>, and two of <c>LearningBuddy</c>.</summary>
public sealed class LtiOptions
{
    /// <value>The tool's own public address without a trailing slash, e.g. <c>https://buddy.example</c>. From
    /// <c>LearningBuddy:PublicUrl</c>.</value>
    public Uri PublicUrl { get; set; } = new("http://localhost:5080");

    /// <value>Permits http and private addresses of platforms. From <c>LearningBuddy:AllowInsecureHttp</c>; off by default.</value>
    public bool AllowInsecureHttp { get; set; }

    /// <value>How far a platform's clock may differ, in seconds, 0 to 300. Default 60.</value>
    [Range(0, 300)] public int ClockLeewaySeconds { get; set; } = 60;

    /// <value>The largest launch request, in bytes. Default 64 KiB; larger ones are answered 413.</value>
    [Range(4096, 1048576)] public int MaxLaunchBytes { get; set; } = 65536;

    /// <value>Whether only deployments that an administrator entered are admitted. Off by default: a new one notes itself at its first
    /// launch.</value>
    public bool RefuseNewDeployments { get; set; }

    /// <value>Who may register a platform: <c>Approval</c> (default), <c>Open</c>, <c>Closed</c>. From
    /// <c>LearningBuddy:Registration:Mode</c>.</value>
    public RegistrationMode RegistrationMode { get; set; } = RegistrationMode.Approval;
}

/// <summary>What happens to a platform that registers itself.</summary>
public enum RegistrationMode
{
    /// <summary>It waits for an administrator.</summary>
    Approval,

    /// <summary>It is admitted at once.</summary>
    Open,

    /// <summary>It is refused.</summary>
    Closed,
}
