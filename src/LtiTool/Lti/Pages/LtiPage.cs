using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Writes the protocol's few pages. They hold no inline script or style and may be framed only where a registration says so.
/// </summary>
internal static class LtiPage
{
    /// <summary>HTML for text and attribute values, in any alphabet.</summary>
    public static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    // Scripts and the sheet may be kept for long; each build asks for them again.
    private static readonly string Build = typeof(LtiPage).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Sends one page.</summary>
    /// <param name="context">The request to answer.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="frameAncestors">Sources for <c>frame-ancestors</c>, separated by blanks.</param>
    /// <param name="html">The whole document.</param>
    /// <param name="ct">Stops writing.</param>
    public static Task WriteAsync(HttpContext context, int status, string frameAncestors, string html, CancellationToken ct)
    {
        Prepare(context.Response, status, frameAncestors);
        return context.Response.WriteAsync(html, ct);
    }

    /// <summary>Sets the headers that all of these pages share.</summary>
    public static void Prepare(HttpResponse response, int status, string frameAncestors)
    {
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        NeverStore(response);
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors " + frameAncestors;
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <summary>Nothing of a launch is kept by a cache, and no other site learns the address.</summary>
    public static void NeverStore(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>A text as HTML.</summary>
    public static string Html(Localizer texts, string id) => Encoder.Encode(texts.Plain(id));

    /// <summary>A complete document around a body.</summary>
    /// <param name="texts">In the language of the words in it.</param>
    /// <param name="title">The id of its title.</param>
    /// <param name="script">A module beside the page, or null.</param>
    /// <param name="data">Attributes of <c>body</c> for the script, each with a leading blank, encoded.</param>
    /// <param name="body">HTML.</param>
    public static string Document(Localizer texts, string title, string? script, string data, string body) =>
        $"""
        <!doctype html>
        <html lang="{texts.Language}" dir="{texts.Direction}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{Encoder.Encode(texts.Plain(title))}</title>
        <link rel="stylesheet" href="/lti/page.css?v={Build}">
        {(script is null ? "" : $"<script type=\"module\" src=\"/lti/{script}?v={Build}\"></script>")}
        </head>
        <body{data}>
        <main>
        {body}
        </main>
        </body>
        </html>
        """;
}
