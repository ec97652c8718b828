using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace LearningBuddy.DemoLms.Wire;

/// <summary>An answer of Moodle's services, with a reason phrase of its own.</summary>
/// <param name="Reason">The text behind the status code on the status line.</param>
internal sealed record MoodleReply(int Status, string Reason, string MediaType, string Body) : IResult
{
    public string? Link { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        httpContext.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = Reason;
        response.ContentType = $"{MediaType}; charset=utf-8";
        if (Link is not null)
            response.Headers.Link = Link;
        if (Status == StatusCodes.Status204NoContent)
            return;
        var bytes = Encoding.UTF8.GetBytes(Body);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    public static MoodleReply Ok(string mediaType, string body) => new(200, "OK", mediaType, body);

    /// <summary>Most errors come as JSON that repeats the request.</summary>
    public static MoodleReply Error(HttpRequest request, int status, string reason)
    {
        var echo = new JsonObject { ["method"] = request.Method, ["url"] = request.Path + request.QueryString.Value };
        if (HttpMethods.IsGet(request.Method) && request.Headers.Accept.Count > 0)
            echo["accept"] = request.Headers.Accept.ToString();
        if (!HttpMethods.IsGet(request.Method) && request.ContentType is { } contentType)
            echo["contentType"] = contentType.Split(';')[0].Trim();
        var body = JsonWriting.ToIndentedText(new JsonObject { ["status"] = status, ["reason"] = reason, ["request"] = echo });
        return new MoodleReply(status, reason.Trim(), "application/json", body);
    }

    public static MoodleReply Unauthorized(HttpRequest request) => Error(request, 401, "Unauthorized");
}
