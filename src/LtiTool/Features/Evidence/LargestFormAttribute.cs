using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>Reads a page's forms up to a size; what is larger is answered with a page before any of it is read.</summary>
/// <param name="octets">The largest body.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestFormAttribute(long octets) : Attribute, IAsyncResourceFilter
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>The largest body, in octets.</summary>
    public long Octets { get; } = octets;

    /// <inheritdoc />
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.ContentLength > Octets)
        {
            return TellAsync(http);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Octets;
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = Octets }));
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
        return PlainPage.IsGerman(http)
            ? PlainPage.WriteAsync(
                http,
                "Das war zu viel auf einmal",
                $"<p>Die Dateien zusammen sind größer als {Octets / Megabyte} MB und wurden nicht gesendet. Eine Datei darf bis 10 MB groß sein.</p>"
                + "<p>Was Sie geschrieben haben, liegt noch auf diesem Gerät: Gehen Sie zurück, und wählen Sie eine kleinere Datei, oder geben Sie einen Link an.</p>")
            : PlainPage.WriteAsync(
                http,
                "That was too much at once",
                $"<p>The files together are larger than {Octets / Megabyte} MB and were not sent. A file may have up to 10 MB.</p>"
                + "<p>What you wrote is still on this device: go back, and choose a smaller file, or give a link.</p>");
    }
}
