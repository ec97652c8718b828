using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Is the token alive? Clocks may differ by the leeway in both directions.</summary>
internal static class TimeChecks
{
    /// <summary>A launch follows its token within moments; an hour's life is meant for the platform's own convenience.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    /// <summary>A proof out of storage is sent by our own page, at once; the token lies in that page meanwhile.</summary>
    private static readonly TimeSpan MaxAgeWithPage = TimeSpan.FromMinutes(2);

    /// <summary>The start of the year 9999 in Unix time. What lies beyond counts as then: a leeway can still be added.</summary>
    private const double Farthest = 253_370_764_800;

    /// <summary><c>exp</c> is a number (RFC 7519, 4.1.4).</summary>
    public static LaunchProblem? ExpiryIsSaid(LaunchAttempt attempt)
    {
        if (Moment(attempt.Claims, "exp") is not { } moment)
        {
            return new(LaunchRefusal.ExpiryMissing, "exp is missing or not a number");
        }

        attempt.ExpiresAt = moment;
        return null;
    }

    /// <summary>Now is before the end, or past it by less than the leeway.</summary>
    public static LaunchProblem? TokenIsAlive(LaunchAttempt attempt) =>
        attempt.Now < attempt.ExpiresAt + attempt.Leeway
            ? null
            : new(LaunchRefusal.TokenExpired, $"expired {(attempt.Now - attempt.ExpiresAt).TotalSeconds:0} seconds ago");

    /// <summary><c>nbf</c>, where it is said, is over, or ahead by no more than the leeway (RFC 7519, 4.1.5).</summary>
    public static LaunchProblem? TokenHasBegun(LaunchAttempt attempt)
    {
        if (!attempt.Claims.Has("nbf"))
        {
            return null;
        }

        return Moment(attempt.Claims, "nbf") is not { } moment
            ? new(LaunchRefusal.TokenNotBegun, $"nbf is {attempt.Claims.Kind("nbf")} that is no time, seconds are expected")
            : moment <= attempt.Now + attempt.Leeway
                ? null
                : new(LaunchRefusal.TokenNotBegun, $"valid in {(moment - attempt.Now).TotalSeconds:0} seconds only");
    }

    /// <summary><c>iat</c> is a number.</summary>
    public static LaunchProblem? IssueTimeIsSaid(LaunchAttempt attempt)
    {
        if (Moment(attempt.Claims, "iat") is not { } moment)
        {
            return new(LaunchRefusal.IssueTimeMissing, "iat is missing or not a number");
        }

        attempt.IssuedAt = moment;
        return null;
    }

    /// <summary>Issued before now, or ahead by no more than the leeway.</summary>
    public static LaunchProblem? TokenIsNotFromTheFuture(LaunchAttempt attempt) =>
        attempt.IssuedAt <= attempt.Now + attempt.Leeway
            ? null
            : new(LaunchRefusal.IssuedInFuture, $"issued {(attempt.IssuedAt - attempt.Now).TotalSeconds:0} seconds ahead");

    /// <summary>Not an old token with a long life: ten minutes, or two where our page sent it a second time.</summary>
    public static LaunchProblem? TokenIsRecent(LaunchAttempt attempt)
    {
        var age = attempt.Now - attempt.IssuedAt;
        var limit = attempt.Form.Proof is null ? MaxAge : MaxAgeWithPage;
        return age <= limit + attempt.Leeway ? null : new(LaunchRefusal.TokenTooOld, $"issued {age.TotalSeconds:0} seconds ago");
    }

    private static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var seconds)
        && seconds is >= 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Min(seconds, Farthest) * 1000))
            : null;
}
