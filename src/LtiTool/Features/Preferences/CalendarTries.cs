using System.Threading.RateLimiting;
using LearningBuddy.LtiTool.Delivery;

namespace LearningBuddy.LtiTool.Features.Preferences;

/// <summary>
/// How often a calendar may be fetched. Services for many people fetch from few network addresses, so each calendar has a count of its
/// own; what is no calendar's address counts for the network address it comes from.
/// </summary>
internal static class CalendarTries
{
    /// <summary>Name of the limit.</summary>
    public const string Policy = "calendar";

    /// <summary>The limit of the calendar, or of the network address.</summary>
    public static RateLimitPartition<string> RateOf(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<CalendarTokens>();
        var asked = context.Request.RouteValues["token"] as string;
        var who = asked is not null && tokens.Read(asked) is var (person, _) ? $"{person:N}" : $"{context.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetFixedWindowLimiter(
            who, _ => new FixedWindowRateLimiterOptions { PermitLimit = 40, Window = TimeSpan.FromMinutes(5) });
    }
}
