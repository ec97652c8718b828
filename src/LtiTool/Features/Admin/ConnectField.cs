using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>One field of the form that registers a platform by hand, in the words that LMSs show next to the value.</summary>
/// <param name="Name">As in <see cref="ManualRegistration.Fields"/>.</param>
/// <param name="Label">English text, key of the resources.</param>
/// <param name="Hint">The same; what to put there, and whether it may stay empty.</param>
internal sealed record ConnectField(string Name, string Label, string Hint)
{
    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<ConnectField> All { get; } =
    [
        new("name", "Name of the school", "As it stands in the list here. May stay empty."),
        new("product_family_code", "Which LMS?", "moodle or canvas: then the three addresses below may stay empty. Another one: leave it empty."),
        new("issuer", "Platform ID (issuer)", "Needed. An address, exactly as the LMS shows it, letter by letter."),
        new("client_id", "Client ID", "Needed. The LMS gives it when the tool is added."),
        new("deployment_id", "Deployment ID", "May stay empty: it is noted at the first launch."),
        new("authorization_endpoint", "Authentication request URL", "Where a login is sent. Known for Moodle and Canvas."),
        new("token_endpoint", "Access token URL", "Where the tool asks for tokens. Known for Moodle and Canvas."),
        new("jwks_uri", "Public keyset URL", "Where the LMS publishes its keys. Known for Moodle and Canvas."),
        new("token_audience", "Audience of token requests", "Only where the LMS names one that differs from the access token URL."),
        new("account_domain", "Domain of the school", "For Canvas: the host people see in the address bar, such as school.instructure.com."),
    ];
}
