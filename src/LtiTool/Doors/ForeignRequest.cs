using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Requests that would change something and come from another site's page: nothing of them is done.</summary>
internal static class ForeignRequest
{
    /// <summary>Whether it is one.</summary>
    public static bool Is(HttpRequest request)
    {
        var method = request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return false;
        }

        var settings = request.HttpContext.RequestServices.GetRequiredService<IOptions<Lti.LtiOptions>>().Value;
        return !SessionRules.MayChange(
            Text(request, "Sec-Fetch-Site"),
            Text(request, "Origin"),
            settings.PublicUrl.GetLeftPart(UriPartial.Authority),
            $"{request.Scheme}://{request.Host}");
    }

    /// <summary>Answers 403 with words.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return PlainPage.WriteAsync(context, "doors.from-elsewhere", texts => [texts["doors.from-elsewhere-do"]]);
    }

    private static string? Text(HttpRequest request, string header) =>
        request.Headers.TryGetValue(header, out var value) ? value.ToString() : null;
}
