using System.Globalization;
using System.Text.Json;
using LearningBuddy.XApi.Statements;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Writes answers.</summary>
internal static class LrsReplyWriter
{
    /// <summary>See 2.1.3 of 1.0.3.</summary>
    public const string ConsistentThrough = "X-Experience-API-Consistent-Through";

    public static async Task WriteAsync(HttpContext context, XApiVersion version, LrsReply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.Headers[XApiVersions.Header] = version.ToHeader();
        SetOptional(response.Headers, reply);
        var body = reply.Body;
        if (reply.Problem is { } problem)
        {
            (response.ContentType, body) = Explain(problem, context.Request.Headers.Accept.ToString());
        }
        else
        {
            response.ContentType = reply.ContentType;
        }

        if (reply.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static void SetOptional(IHeaderDictionary headers, LrsReply reply)
    {
        if (reply.ConsistentThrough is { } through)
        {
            headers[ConsistentThrough] = XApiTimestamp.Format(through);
        }

        if (reply.ETag is { } tag)
        {
            headers.ETag = tag;
        }

        if (reply.LastModified is { } modified)
        {
            headers.LastModified = modified.ToString("R", CultureInfo.InvariantCulture);
        }

        if (reply.RetryAfter is { } seconds)
        {
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (reply.Status == StatusCodes.Status401Unauthorized)
        {
            headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"xAPI\", charset=\"UTF-8\"";
        }
    }

    /// <summary>A program that asks for JSON gets number, place and words apart; everybody else gets one line.</summary>
    private static (string ContentType, byte[] Body) Explain(StatementProblem problem, string accept)
    {
        if (!accept.Contains("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return ("text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(problem.ToString()));
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("number", problem.Number);
            writer.WriteString("path", problem.Path);
            writer.WriteString("message", problem.Message);
            writer.WriteEndObject();
        }

        return ("application/json", stream.ToArray());
    }
}
