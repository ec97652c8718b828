namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The door between the protocol and the product: takes a launch that passed every check and opens a session for it.
/// The nonce is used up in the same transaction, so that a replay loses even between two nodes.
/// </summary>
public interface ILaunchAdmission
{
    /// <summary>Stores person, course, link, session and the used nonce in one write transaction.</summary>
    Task<LaunchAdmission> AdmitAsync(Launch launch, LaunchBrowser browser, CancellationToken ct);
}

/// <summary>How the browser proved itself, which decides how the session is bound.</summary>
/// <param name="AcceptsCookies">True when the state's cookie came back: the session then gets a cookie of its own.</param>
/// <param name="IsTopLevel">True when the launch is not inside a frame (<c>Sec-Fetch-Dest: document</c>).</param>
public readonly record struct LaunchBrowser(bool AcceptsCookies, bool IsTopLevel);

/// <summary>What became of a launch at the door.</summary>
public abstract record LaunchAdmission
{
    private LaunchAdmission()
    {
    }

    /// <summary>A session is open.</summary>
    /// <param name="Location">Where the browser goes by 303, e.g. <c>/s/…/</c>.</param>
    /// <param name="CookieName">The session cookie's name, or null when the browser takes none.</param>
    /// <param name="CookieValue">Its value.</param>
    public sealed record Admitted(string Location, string? CookieName, string? CookieValue) : LaunchAdmission;

    /// <summary>The nonce had been used before.</summary>
    public sealed record Replayed : LaunchAdmission;

    /// <summary>The deployment is not known and this platform may not add one by itself.</summary>
    public sealed record UnknownDeployment : LaunchAdmission;
}
