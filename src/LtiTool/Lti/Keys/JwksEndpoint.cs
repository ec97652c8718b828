namespace LearningBuddy.LtiTool.Lti;

/// <summary><c>GET /lti/jwks</c> and <c>/.well-known/jwks.json</c>: the keys with which platforms check what this tool signs.</summary>
internal static class JwksEndpoint
{
    /// <summary>Answers with the key set; platforms may keep it for ten minutes, which is well below the overlap of a rotation.</summary>
    public static async Task HandleAsync(HttpContext context, ToolKeys keys)
    {
        var (json, tag) = await keys.PublishedAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "public, max-age=600";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
        }
    }
}
