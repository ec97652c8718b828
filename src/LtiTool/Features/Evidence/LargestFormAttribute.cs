using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Reads a page's forms up to a size; what is larger is answered with a page before any of it is read.</summary>
/// <param name="bytes">The largest body.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestFormAttribute(long bytes) : Attribute, IAsyncResourceFilter
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The largest body, in bytes.</summary>
    public long Bytes { get; } = bytes;

    /// <inheritdoc />
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.ContentLength > Bytes)
        {
            return TellAsync(http);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Bytes;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = Bytes }));
        return next();
    }

    private Task TellAsync(HttpContext http)
    {
        // What the browser is still sending is swallowed for a while after the answer: a closed connection would hide the page.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return PlainPage.WriteAsync(
            http,
            "evidence.too-much",
            texts => [texts["evidence.too-much-what", Bytes / Megabyte], texts["evidence.too-much-do"]]);
    }
}
