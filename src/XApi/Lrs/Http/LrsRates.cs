using System.Threading.RateLimiting;
using LearningBuddy.XApi.Lrs.Access;
using Microsoft.Extensions.Options;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>How often a credential may ask. Off unless the settings say so.</summary>
internal sealed class LrsRates(IOptions<LrsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key =>
        options.Value.RequestsPerMinute == 0
            ? RateLimitPartition.GetNoLimiter(key)
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.Value.RequestsPerMinute,
                TokensPerPeriod = Math.Max(1, options.Value.RequestsPerMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));

    /// <summary>429 when it is too often.</summary>
    public LrsReply? Refuse(LrsCredential credential)
    {
        if (options.Value.RequestsPerMinute == 0)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(credential.Key);
        return lease.IsAcquired
            ? null
            : LrsReply.Refusal(
                429, "LRS-115", $"At most {options.Value.RequestsPerMinute} requests a minute are taken.") with { RetryAfter = 1 };
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
