using System.Globalization;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>An answer before it is written.</summary>
internal sealed record LrsReply
{
    /// <value>HTTP status.</value>
    public required int Status { get; init; }

    /// <value>Media type of the body, or null without one.</value>
    public string? ContentType { get; init; }

    /// <value>The body.</value>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <value>Quoted entity tag.</value>
    public string? ETag { get; init; }

    /// <value>Last change, UTC.</value>
    public DateTimeOffset? LastModified { get; init; }

    /// <value>What a statements resource vouches for.</value>
    public DateTimeOffset? ConsistentThrough { get; init; }

    /// <value>What went wrong, told in the form the client reads.</value>
    public StatementProblem? Problem { get; init; }

    /// <value>Seconds to wait, with 429.</value>
    public int? RetryAfter { get; init; }

    /// <summary>Done, nothing to say.</summary>
    public static LrsReply NoContent() => new() { Status = 204 };

    /// <summary>JSON.</summary>
    public static LrsReply Json(ReadOnlyMemory<byte> body) => new() { Status = 200, ContentType = "application/json", Body = body };

    /// <summary>The request breaks a rule.</summary>
    public static LrsReply BadRequest(StatementProblem problem) => new() { Status = 400, Problem = problem };

    /// <summary>The request breaks a rule of the protocol.</summary>
    public static LrsReply BadRequest(string number, string message) => BadRequest(new StatementProblem(number, "", message));

    /// <summary>Any other refusal.</summary>
    public static LrsReply Refusal(int status, string number, string message) =>
        new() { Status = status, Problem = new StatementProblem(number, "", message) };

    /// <summary>The credential may not do this.</summary>
    public static LrsReply Forbidden() => Refusal(403, "LRS-103", "This credential may not do that.");

    /// <summary>Nothing of that name.</summary>
    public static LrsReply NotFound() => Refusal(404, "LRS-104", "There is nothing of that name.");

    /// <summary>The resource does not do this.</summary>
    public static LrsReply MethodNotAllowed(string method) =>
        Refusal(405, "LRS-105", string.Create(CultureInfo.InvariantCulture, $"{method} does nothing here."));
}
