using System.Globalization;
using System.Threading.RateLimiting;
using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.RateLimiting;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>What somebody sees who tried too often: at the administrator's door, or at the address for registrations.</summary>
internal static class TooManyTries
{
    /// <summary>Answers 429 with a page that says for how long.</summary>
    public static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var asked) ? asked : TimeSpan.FromMinutes(5);
        SessionHeaders.Private(context.Response);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        await PlainPage.WriteAsync(context, "doors.too-many-tries", texts => [texts.Count("doors.too-many-tries-wait", minutes)]);
    }
}
