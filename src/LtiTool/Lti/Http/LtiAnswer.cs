using System.Net;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>A platform's answer, read whole.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Reason">Reason phrase; some platforms put the only explanation there, and echo the request in it.</param>
/// <param name="Body">Text of the body.</param>
/// <param name="Link">Value of the <c>Link</c> header, or null.</param>
/// <param name="MaxAge"><c>Cache-Control: max-age</c>, or null.</param>
/// <param name="RetryAfter">From <c>Retry-After</c>, or null.</param>
/// <param name="Location">Where a redirect points, or null.</param>
internal sealed record LtiAnswer(
    HttpStatusCode Status, string Reason, string Body, string? Link, TimeSpan? MaxAge, TimeSpan? RetryAfter, Uri? Location)
{
    /// <summary>The platform's clock, from <c>Date</c>, or null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>A status from 200 to 299.</summary>
    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}
