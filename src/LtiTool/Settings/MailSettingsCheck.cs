namespace LearningBuddy.LtiTool.Settings;

/// <summary>What attributes can't say about the settings of mail.</summary>
internal static class MailSettingsCheck
{
    private const string Mail = "LearningBuddy:Mail:";
    private const string Smtp = Mail + "Smtp:";
    private const string SuchAs = "an address such as Learning Buddy <buddy@school.example>.";

    /// <summary>What is wrong, one sentence each.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="permitsPlain">Whether a password may travel unprotected: tests, intranets.</param>
    public static IEnumerable<string> Faults(MailOptions options, bool permitsPlain) =>
    [
        .. Sender(options),
        .. (options.HasServer ? Server(options.Smtp, permitsPlain) : WithoutServer(options.Smtp)),
        .. Place(options),
    ];

    private static IEnumerable<string> Sender(MailOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.From))
        {
            if (options.HasServer)
            {
                yield return $"{Mail}From is missing: a mail server needs {SuchAs}";
            }
        }
        else if (MailAddresses.FindNamed(options.From) is null)
        {
            yield return $"{Mail}From is {SuchAs}";
        }
    }

    private static IEnumerable<string> Server(SmtpOptions smtp, bool permitsPlain)
    {
        if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
        {
            yield return $"{Smtp}Host is a name such as smtp.school.example; the port is a setting of its own.";
        }

        if (smtp.Port is < 1 or > 65535)
        {
            yield return $"{Smtp}Port lies between 1 and 65535.";
        }

        if (!Enum.IsDefined(smtp.Security))
        {
            yield return $"{Smtp}Security is None, StartTls or Tls.";
        }

        if (string.IsNullOrEmpty(smtp.User) != string.IsNullOrEmpty(smtp.Password))
        {
            yield return $"{Smtp}User and {Smtp}Password are set together or not at all.";
        }

        if (!string.IsNullOrEmpty(smtp.User) && smtp.Security == SmtpSecurity.None && !permitsPlain)
        {
            yield return $"{Smtp}User needs Security=StartTls or Security=Tls: the password would travel unprotected.";
        }
    }

    private static IEnumerable<string> WithoutServer(SmtpOptions smtp)
    {
        if (smtp.Port is not null || !string.IsNullOrEmpty(smtp.User) || !string.IsNullOrEmpty(smtp.Password))
        {
            yield return $"{Smtp}Host is missing beside the other settings of the mail server.";
        }
    }

    private static IEnumerable<string> Place(MailOptions options)
    {
        if (options.HasServer && !string.IsNullOrWhiteSpace(options.PickupDirectory))
        {
            yield return $"{Mail}PickupDirectory and {Smtp}Host exclude each other: mails go to one of them.";
        }
    }
}
