namespace LearningBuddy.LtiTool.Settings;

/// <summary>Section <c>LearningBuddy:Mail</c>: a mail server, or a folder that mails are put into.</summary>
public sealed class MailOptions
{
    /// <value>
    /// Whom mails come from, e.g. <c>Learning Buddy &lt;buddy@school.example&gt;</c>. Needed with a mail server; without one made from
    /// the public address.
    /// </value>
    public string? From { get; set; }

    /// <summary>The mail server.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <value>
    /// Folder where each mail becomes one <c>.eml</c> file while no mail server is set. Default <c>mail</c> below the data folder.
    /// </value>
    public string? PickupDirectory { get; set; }

    /// <summary>Whether mails go to a server.</summary>
    internal bool HasServer => !string.IsNullOrWhiteSpace(Smtp.Host);
}

/// <summary>Section <c>LearningBuddy:Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <value>Name of the mail server, e.g. <c>smtp.school.example</c>; without one mails go to the pickup folder.</value>
    public string? Host { get; set; }

    /// <value>1 to 65535. Default 587; 465 with <c>Tls</c>, 25 with <c>None</c>.</value>
    public int? Port { get; set; }

    /// <value><c>StartTls</c> (default), <c>Tls</c> or <c>None</c>.</value>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <value>Who signs in; nobody when it is empty.</value>
    public string? User { get; set; }

    /// <value>The password.</value>
    public string? Password { get; set; }

    /// <summary>The port that is set, or the usual one.</summary>
    internal int UsedPort => Port ?? Security switch
    {
        SmtpSecurity.Tls => 465,
        SmtpSecurity.StartTls => 587,
        _ => 25,
    };
}

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a relay on the same machine.</summary>
    None,

    /// <summary>It starts open and has to become encrypted before anything is sent (RFC 3207).</summary>
    StartTls,

    /// <summary>It is encrypted from its first byte (RFC 8314).</summary>
    Tls,
}
