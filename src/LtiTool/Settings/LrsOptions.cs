namespace LearningBuddy.LtiTool.Settings;

/// <summary>Section <c>LearningBuddy:Lrs</c>.</summary>
public sealed class LrsOptions
{
    /// <summary>Keys that open the embedded record store.</summary>
    public IList<LrsCredential> Credentials { get; init; } = [];

    /// <summary>Record stores to send to.</summary>
    public IList<LrsDestinationOptions> Destinations { get; init; } = [];

    /// <summary>Record stores to read from: what they hold may be offered to learners as evidence.</summary>
    public IList<LrsConnectionOptions> Sources { get; init; } = [];
}

/// <summary>One key of the embedded record store.</summary>
public sealed class LrsCredential
{
    /// <value>User name of HTTP Basic.</value>
    public string Key { get; set; } = "";

    /// <value>Password of HTTP Basic.</value>
    public string Secret { get; set; } = "";
}

/// <summary>A record store elsewhere.</summary>
public class LrsConnectionOptions
{
    /// <value>Stable name, letters and digits: part of every queued statement.</value>
    public string Name { get; set; } = "";

    /// <value>Base address, with or without <c>/statements</c>.</value>
    public Uri? Endpoint { get; set; }

    /// <value>User name of HTTP Basic.</value>
    public string Key { get; set; } = "";

    /// <value>Password of HTTP Basic.</value>
    public string Secret { get; set; } = "";

    /// <value><c>2.0.0</c> (default) or <c>1.0.3</c>.</value>
    public string Version { get; set; } = "2.0.0";
}

/// <summary>A record store to send statements to.</summary>
public sealed class LrsDestinationOptions : LrsConnectionOptions
{
    /// <value><c>account</c> (default), <c>pseudonym</c> or <c>mbox</c>.</value>
    public string Actor { get; set; } = "account";

    /// <value>Whether free text (answers, comments) leaves too. Off by default.</value>
    public bool IncludeText { get; set; }

    /// <value>Takes the place of the platform's issuer in actors, or null.</value>
    public string? HomePage { get; set; }

    /// <value>The only journeys whose statements go there; all of them where none is named.</value>
    public IList<Guid> Journeys { get; init; } = [];

    /// <value>
    /// Whether statements that other systems sent to the embedded record store go there too, as they came. Off by default; not together
    /// with hidden names or texts, which such statements would show.
    /// </value>
    public bool Forward { get; set; }
}
