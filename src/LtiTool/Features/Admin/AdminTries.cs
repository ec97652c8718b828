using System.Net;
using System.Threading.RateLimiting;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>
/// Counts wrong tokens by the address they came from. A right one is never counted and never refused: others behind the same proxy lock
/// nobody out.
/// </summary>
internal sealed class AdminTries : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> wrong = PartitionedRateLimiter.Create<HttpContext, IPAddress>(
        context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress ?? IPAddress.None,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(5) }));

    /// <summary>Counts a wrong token; the lease says whether another try is due now.</summary>
    public RateLimitLease Count(HttpContext context) => wrong.AttemptAcquire(context);

    /// <inheritdoc />
    public void Dispose() => wrong.Dispose();
}
