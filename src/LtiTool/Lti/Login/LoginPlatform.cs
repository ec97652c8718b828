namespace LearningBuddy.LtiTool.Lti;

/// <summary>Which registration a login belongs to: the pair of issuer and client id, never the issuer alone where it has several.</summary>
internal static class LoginPlatform
{
    /// <summary>The registration, or why not; both for one that is known but not admitted.</summary>
    /// <param name="registrations">All registrations of the issuer.</param>
    /// <param name="request">The login.</param>
    public static (Platform? Platform, LaunchProblem? Problem) Choose(IReadOnlyList<Platform> registrations, LoginRequest request)
    {
        if (request.ClientId is null && registrations.Count > 1)
        {
            return (null, new(LaunchRefusal.PlatformAmbiguous, $"no client_id, and the issuer has {registrations.Count} registrations"));
        }

        foreach (var platform in registrations)
        {
            if (request.ClientId is null || request.ClientId == platform.ClientId)
            {
                return (platform, WhyClosed(platform));
            }
        }

        return (
            null, new(LaunchRefusal.PlatformUnknown, registrations.Count == 0 ? "unknown issuer" : "unknown client_id of a known issuer"));
    }

    /// <summary>Null for a registration that is admitted.</summary>
    public static LaunchProblem? WhyClosed(Platform platform) => platform.Status switch
    {
        PlatformStatus.Active => null,
        PlatformStatus.Pending => new(LaunchRefusal.PlatformPending, "the registration waits for approval"),
        PlatformStatus.Blocked => new(LaunchRefusal.PlatformBlocked, "the registration is switched off"),
    };
}
