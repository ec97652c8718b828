using System.Net;
using System.Threading.RateLimiting;

namespace LearningBuddy.LtiTool.Features.Guests;

/// <summary>How often one network address may ask for new links: nobody finds out addresses by trying many.</summary>
internal static class GuestTries
{
    /// <summary>Name of the limit.</summary>
    public const string Policy = "guest-links";

    /// <summary>The limit of the address a request comes from.</summary>
    public static RateLimitPartition<IPAddress?> RateOf(HttpContext context) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = 40, Window = TimeSpan.FromMinutes(5) });
}
