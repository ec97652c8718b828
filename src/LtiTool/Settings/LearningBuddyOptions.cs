using System.ComponentModel.DataAnnotations;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Settings;

/// <summary>Settings of the tool; section <c>LearningBuddy</c>. A wrong one stops the start with one clear line.</summary>
public sealed class LearningBuddyOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "LearningBuddy";

    /// <value>The tool's own public address, without a trailing slash, e.g. <c>https://buddy.example</c>.</value>
    [Required] public Uri PublicUrl { get; set; } = new("http://localhost:5080");

    /// <value>Folder for the SQLite files. Default <c>data</c> below the working folder; made when missing.</value>
    [Required] public string DataDirectory { get; set; } = "data";

    /// <value>Permits http and private addresses of platforms and record stores: development, tests, intranets. Off by default.</value>
    public bool AllowInsecureHttp { get; set; }

    /// <value>
    /// Proxies whose <c>X-Forwarded-For</c> is believed: addresses or networks such as <c>10.1.0.0/16</c>. None by default.
    /// </value>
    public IList<string> TrustedProxies { get; init; } = [];

    /// <value>Serves <c>/demo/clock</c> for the demo LMS. Development and tests only; off by default.</value>
    public bool Demo { get; set; }

    /// <summary>Who may register a platform.</summary>
    [Required] public RegistrationOptions Registration { get; set; } = new();

    /// <summary>The administrator's page.</summary>
    [Required] public AdminOptions Admin { get; set; } = new();

    /// <summary>The embedded record store, and others to send to.</summary>
    [Required] public LrsOptions Lrs { get; set; } = new();

    /// <summary>The outbox.</summary>
    [Required] public DeliveryOptions Delivery { get; set; } = new();

    /// <summary>The mail server, or the folder that mails are put into.</summary>
    [Required] public MailOptions Mail { get; set; } = new();

    /// <summary>Notifications on people's own devices.</summary>
    [Required] public PushOptions Push { get; set; } = new();

    /// <summary>People from outside the courses.</summary>
    [Required] public GuestOptions Guests { get; set; } = new();
}

/// <summary>Section <c>LearningBuddy:Push</c>. The keys are made by the tool and kept in its database.</summary>
public sealed class PushOptions
{
    /// <value>
    /// Where push services can reach whoever runs the tool (RFC 8292, 2.1): an address of <c>mailto:</c> or <c>https:</c>. Default: the
    /// sender of mails, else the tool's own address.
    /// </value>
    public string? Subject { get; set; }
}

/// <summary>Section <c>LearningBuddy:Guests</c>.</summary>
public sealed class GuestOptions
{
    /// <value>
    /// Days after which what is known about a guest is erased, counted from the end of the last thing they were asked for, 1 to 3650.
    /// Default 30.
    /// </value>
    [Range(1, 3650)] public int KeepDays { get; set; } = 30;
}

/// <summary>Section <c>LearningBuddy:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <value>Days after which the payload of what was sent is emptied, 1 to 3650. Default 30.</value>
    [Range(1, 3650)] public int KeepSentDays { get; set; } = 30;
}

/// <summary>Section <c>LearningBuddy:Registration</c>.</summary>
public sealed class RegistrationOptions
{
    /// <value><c>Approval</c> (default), <c>Open</c> or <c>Closed</c>.</value>
    [EnumDataType(typeof(RegistrationMode))] public RegistrationMode Mode { get; set; } = RegistrationMode.Approval;
}

/// <summary>Section <c>LearningBuddy:Admin</c>.</summary>
public sealed class AdminOptions
{
    /// <value>What opens <c>/admin</c>, at least 16 characters; made and printed at the first start when none is set.</value>
    public string? Token { get; set; }
}
