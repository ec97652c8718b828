using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Was the token issued by this platform, for this tool alone, and for this login?</summary>
internal static class TrustChecks
{
    /// <summary><c>iss</c> is the registration's, letter by letter.</summary>
    public static LaunchProblem? IssuerIsTheRegistered(LaunchAttempt attempt) =>
        attempt.Claims.Text("iss") == attempt.Platform.Issuer ? null : new(LaunchRefusal.IssuerWrong, "iss is not the registration's");

    /// <summary><c>aud</c> is our client id, or a list with it.</summary>
    public static LaunchProblem? AudienceHoldsUs(LaunchAttempt attempt)
    {
        foreach (var audience in Audiences(attempt))
        {
            if (audience == attempt.Platform.ClientId)
            {
                return null;
            }
        }

        return new(LaunchRefusal.AudienceWrong, "aud does not hold the registration's client_id");
    }

    /// <summary>No other audience is trusted, so none may be named beside us.</summary>
    public static LaunchProblem? AudienceHoldsNobodyElse(LaunchAttempt attempt)
    {
        foreach (var audience in Audiences(attempt))
        {
            if (audience != attempt.Platform.ClientId)
            {
                return new(LaunchRefusal.AudienceForeign, "aud names somebody else as well");
            }
        }

        return null;
    }

    /// <summary><c>azp</c>, where it is present, is our client id.</summary>
    public static LaunchProblem? AuthorizedPartyIsUs(LaunchAttempt attempt) =>
        !attempt.Claims.Has("azp") || attempt.Claims.Text("azp") == attempt.Platform.ClientId
            ? null
            : new(LaunchRefusal.AuthorizedPartyWrong, "azp is not the registration's client_id");

    /// <summary>The nonce is the one in this login's request. That it is used once is for the launch's own transaction to see.</summary>
    public static LaunchProblem? NonceIsTheLogins(LaunchAttempt attempt) =>
        attempt.Claims.Text("nonce") is { } nonce
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(attempt.State.Nonce))
            ? null
            : new(LaunchRefusal.NonceWrong, "the nonce is missing or is not this login's");

    private static IEnumerable<string?> Audiences(LaunchAttempt attempt)
    {
        if (!attempt.Claims.TryGetProperty("aud", out var audience))
        {
            yield break;
        }

        if (audience.ValueKind != JsonValueKind.Array)
        {
            yield return audience.ValueKind == JsonValueKind.String ? audience.GetString() : null;
            yield break;
        }

        foreach (var one in audience.EnumerateArray())
        {
            yield return one.ValueKind == JsonValueKind.String ? one.GetString() : null;
        }
    }
}
