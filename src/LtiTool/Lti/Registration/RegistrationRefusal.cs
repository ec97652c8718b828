namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Why a platform could not register itself; numbered like <see cref="LaunchRefusal"/>, with a paragraph each in <c>docs/errors.md</c>.
/// </summary>
public enum RegistrationRefusal
{
    /// <summary>Registration is switched off.</summary>
    Closed = 101,

    /// <summary>No <c>openid_configuration</c>.</summary>
    ConfigurationMissing = 102,

    /// <summary>The address is not https, or lies in a private network.</summary>
    AddressForbidden = 103,

    /// <summary>The configuration could not be fetched, or is not JSON.</summary>
    ConfigurationUnreadable = 104,

    /// <summary>The configuration lacks something that is needed.</summary>
    ConfigurationIncomplete = 105,

    /// <summary>The configuration speaks for an issuer on another host.</summary>
    IssuerForeign = 106,

    /// <summary>The platform refused the registration.</summary>
    PlatformRefused = 107,

    /// <summary>The platform's answer names no client.</summary>
    AnswerIncomplete = 108,

    /// <summary>The platform did not answer.</summary>
    PlatformUnreachable = 109,

    /// <summary>The platform no longer takes its own link, or the link can't be read.</summary>
    LinkUnusable = 110,
}

/// <summary>How a registration ended.</summary>
internal abstract record RegistrationResult
{
    private RegistrationResult()
    {
    }

    /// <summary>Stored, new or updated.</summary>
    public sealed record Registered(Platform Platform) : RegistrationResult;

    /// <summary>Not stored.</summary>
    /// <param name="Reason">The numbered reason.</param>
    /// <param name="Text">The id of what to tell the administrator who is looking at the page.</param>
    /// <param name="Args">What goes into the text: names of hosts, and the platform's own words.</param>
    public sealed record Refused(RegistrationRefusal Reason, string Text, params IReadOnlyList<object> Args) : RegistrationResult
    {
        /// <summary>Names and values to copy for a registration by hand.</summary>
        public IReadOnlyList<(string Name, string Value)> ToCopy { get; init; } = [];

        /// <summary>What the network said, for the log; or null.</summary>
        public Exception? Failure { get; init; }
    }
}
