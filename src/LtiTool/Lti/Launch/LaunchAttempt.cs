using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// One launch on its way through <see cref="LaunchChecks.All"/>: what was sent, and what each check has established for the ones after it.
/// The properties that checks set are null only before their check.
/// </summary>
internal sealed class LaunchAttempt(LaunchForm form, IRequestCookieCollection cookies, LaunchTools tools, DateTimeOffset now) : IDisposable
{
    private JsonDocument? payload;

    /// <summary>What was posted.</summary>
    public LaunchForm Form { get; } = form;

    /// <summary>What the browser sent by itself.</summary>
    public IRequestCookieCollection Cookies { get; } = cookies;

    /// <summary>What the checks ask.</summary>
    public LaunchTools Tools { get; } = tools;

    /// <summary>The time of this launch, UTC; the same for every check.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>How far the platform's clock may differ.</summary>
    public TimeSpan Leeway { get; } = TimeSpan.FromSeconds(tools.Options.ClockLeewaySeconds);

    /// <summary>The login that this launch answers.</summary>
    public LoginState State { get; set; } = null!;

    /// <summary>The registration that the login began with.</summary>
    public Platform Platform { get; set; } = null!;

    /// <summary>True once the cookie itself has proved the browser.</summary>
    public bool CookieCameBack { get; set; }

    /// <summary>The token in its parts; its claims count only after the signature's check.</summary>
    public JsonWebToken Token { get; set; } = null!;

    /// <summary>The key that the token's header names.</summary>
    public PlatformKey Key { get; set; } = null!;

    /// <summary>The claims, once the signature is known to be right.</summary>
    public JsonElement Claims => payload!.RootElement;

    /// <summary>When the token ends, UTC, without leeway.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the token was issued, UTC.</summary>
    public DateTimeOffset IssuedAt { get; set; }

    /// <summary>The message's kind.</summary>
    public LtiMessageType MessageType { get; set; }

    /// <summary>Keeps the claims until the launch is over.</summary>
    public void Open(JsonDocument claims) => payload = claims;

    /// <inheritdoc/>
    public void Dispose() => payload?.Dispose();
}

/// <summary>What the checks of a launch ask.</summary>
internal sealed record LaunchTools(LoginStates States, IPlatformDirectory Platforms, PlatformKeys Keys, LtiOptions Options);
