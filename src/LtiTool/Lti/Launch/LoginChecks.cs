namespace LearningBuddy.LtiTool.Lti;

/// <summary>Does this launch answer a login that this browser began?</summary>
internal static class LoginChecks
{
    /// <summary><c>state</c> came back.</summary>
    public static LaunchProblem? StateIsPresent(LaunchAttempt attempt) =>
        attempt.Form.State.Length > 0 ? null : new(LaunchRefusal.StateMissing, "state is missing");

    /// <summary>It was made by this tool and has not been changed.</summary>
    public static LaunchProblem? StateIsOurs(LaunchAttempt attempt)
    {
        if (attempt.Tools.States.Read(attempt.Form.State) is not { } state)
        {
            return new(LaunchRefusal.StateForged, "state is not one that this tool made");
        }

        attempt.State = state;
        return null;
    }

    /// <summary>A person may take ten minutes at the platform's own login page.</summary>
    public static LaunchProblem? StateIsFresh(LaunchAttempt attempt)
    {
        var age = attempt.Now - attempt.State.IssuedAt;
        return age <= LoginState.Lifetime && age >= -attempt.Leeway
            ? null
            : new(LaunchRefusal.StateExpired, $"the login began {age.TotalSeconds:0} seconds ago");
    }

    /// <summary>The registration that the login began with is still there.</summary>
    public static async ValueTask<LaunchProblem?> PlatformIsKnownAsync(LaunchAttempt attempt, CancellationToken ct)
    {
        if (await attempt.Tools.Platforms.FindAsync(attempt.State.PlatformId, ct) is not { } platform)
        {
            return new(LaunchRefusal.PlatformUnknown, "the login's registration is gone");
        }

        attempt.Platform = platform;
        return null;
    }

    /// <summary>An administrator may have closed the registration since the login.</summary>
    public static LaunchProblem? PlatformIsLetIn(LaunchAttempt attempt) => LoginPlatform.WhyClosed(attempt.Platform);

    /// <summary>The platform did not answer with an error instead of a token (OpenID Connect Core 1.0, 3.1.2.6).</summary>
    public static LaunchProblem? PlatformAgreed(LaunchAttempt attempt) =>
        attempt.Form.Error is { } error
            ? new(LaunchRefusal.PlatformError, $"the platform answered {PlatformWords.Code(error)}") { Advice = AdviceAbout(error) }
            : null;

    private static Advice? AdviceAbout(string error) => error switch
    {
        "launch_no_longer_valid" => Advice.OpenAgain,
        "invalid_request" or "invalid_scope" or "unauthorized_client" or "unsupported_response_type" => Advice.AskAdministrator,
        "server_error" or "temporarily_unavailable" => Advice.TryLater,
        _ => null,
    };

    /// <summary>
    /// The browser shows the secret that the login gave to it: in the cookie, or, where it keeps none, from storage by our own page.
    /// A cookie of the right name with another value counts as none, since WebKit may send an old one while it refuses the new.
    /// </summary>
    public static LaunchProblem? BrowserIsTheSame(LaunchAttempt attempt)
    {
        var cookie = attempt.Cookies[attempt.State.CookieName];
        attempt.CookieCameBack = cookie is not null && attempt.State.IsProvedBy(cookie);
        if (attempt.CookieCameBack || (attempt.Form.Proof is { Length: > 0 } proof && attempt.State.IsProvedBy(proof)))
        {
            return null;
        }

        return new(LaunchRefusal.BrowserUnproved, cookie is null ? "no cookie came back" : "the cookie is not this login's");
    }
}
