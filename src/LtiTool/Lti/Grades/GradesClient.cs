using System.Net.Http.Headers;
using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Scores and results of a platform's grade book (AGS 2.0, 3.3 and 3.4).</summary>
public sealed class GradesClient
{
    private static readonly string[] ToScore = [LtiScopes.Score];
    private static readonly string[] ToRead = [LtiScopes.ResultReadOnly];

    private readonly ServiceCalls calls;

    internal GradesClient(ServiceCalls calls) => this.calls = calls;

    /// <summary>What a sender must know about this platform's grade book.</summary>
    public static GradeTraits TraitsOf(Platform platform) => LmsCatalog.Of(platform).Grades;

    /// <summary>Sends one learner's score.</summary>
    /// <param name="platform">The registration.</param>
    /// <param name="lineItem">The column's address as the platform gave it. Its query is kept: <c>/scores</c> is added to the path.</param>
    /// <param name="score">Whether a score that is not final may still be sent is for <see cref="TraitsOf"/> and the sender's history to
    /// say.</param>
    /// <param name="ct">Stops waiting; the platform may already have stored the score.</param>
    /// <returns>How it ended; a platform's failure is an ending too.</returns>
    public async Task<ScoreResult> PostScoreAsync(Platform platform, Uri lineItem, Score score, CancellationToken ct)
    {
        var lms = LmsCatalog.Of(platform);
        var body = ScoreJson.Write(score, lms);
        var address = ServiceAddress.WithSegment(lineItem, "scores");
        try
        {
            var answer = await calls.SendAsync(platform, ToScore, () => Post(address, body), ct);
            return lms.ReadScore(answer);
        }
        catch (LtiServiceException failure)
        {
            return failure.Fault switch
            {
                ServiceFault.Throttled => new ScoreResult.Throttled(failure.RetryAfter),
                ServiceFault.Unreachable => new ScoreResult.Unreachable(failure.Message),
                ServiceFault.Failed => new ScoreResult.Failed(failure.Message),
                ServiceFault.Refused or ServiceFault.Forbidden or ServiceFault.Gone => new ScoreResult.Refused(failure.Message),
            };
        }
    }

    /// <summary>What the grade book shows, which a teacher may have changed. People without anything stored may be missing.</summary>
    /// <param name="platform">The registration.</param>
    /// <param name="lineItem">The column's address.</param>
    /// <param name="subject">Only this person's, or null for everybody's.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="LtiServiceException">The platform did not answer, or said no.</exception>
    public async Task<IReadOnlyList<GradeResult>> ReadResultsAsync(Platform platform, Uri lineItem, string? subject, CancellationToken ct)
    {
        var address = ServiceAddress.WithQuery(ServiceAddress.WithSegment(lineItem, "results"), "user_id", subject);
        List<GradeResult> results = [];
        var complete = await calls.ReadPagesAsync(
            platform, ToRead, address, MediaTypes.Results, page => Collect(page, lineItem, results), ct);
        var isFound = subject is not null && results.Exists(result => result.Subject == subject);
        return complete || isFound
            ? results
            : throw new LtiServiceException(ServiceFault.Unreachable, $"{lineItem.Host} did not list all results");
    }

    private static HttpRequestMessage Post(Uri address, string body) => new(HttpMethod.Post, address)
    {
        Content = new StringContent(body, new MediaTypeHeaderValue(MediaTypes.Score)),
    };

    private static void Collect(JsonElement page, Uri address, List<GradeResult> results) =>
        results.AddRange(page.ListOf("results", address).Select(GradeResult.Read).OfType<GradeResult>());
}
