using Microsoft.AspNetCore.Http;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Browser content of other origins (Storyline, H5P, cmi5 packages) may send where the settings name its origin.</summary>
internal static class LrsOrigins
{
    private const string Methods = "GET, PUT, POST, DELETE, HEAD, OPTIONS";
    private const string RequestHeaders =
        "Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version, Accept-Language";
    private const string ResponseHeaders = "ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through";

    /// <summary>Adds what the origin may see; true if the request was only the question whether it may send.</summary>
    public static bool Answer(HttpContext context, LrsOptions options)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0)
        {
            var headers = context.Response.Headers;
            headers.Vary = "Origin";
            if (options.AllowedOrigins.Contains("*") || options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
            {
                headers.AccessControlAllowOrigin = origin;
                headers.AccessControlAllowMethods = Methods;
                headers.AccessControlAllowHeaders = RequestHeaders;
                headers.AccessControlExposeHeaders = ResponseHeaders;
                headers.AccessControlMaxAge = "600";
            }
        }

        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return true;
    }
}
