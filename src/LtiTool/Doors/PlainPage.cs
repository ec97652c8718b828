using System.Text.Encodings.Web;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Localization;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Pages that must come even where no view can: outside of sessions, and after faults of our own.</summary>
internal static class PlainPage
{
    /// <summary>Writes a page; the status is set already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">The id of title and heading.</param>
    /// <param name="paragraphs">What stands below the heading.</param>
    public static Task WriteAsync(HttpContext context, string title, Func<Localizer, IEnumerable<IHtmlContent>> paragraphs) =>
        WriteAsync(context, title, texts => string.Concat(paragraphs(texts).Select(paragraph => $"<p>{Html(paragraph)}</p>")));

    /// <summary>Writes a page whose body is more than paragraphs.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">The id of title and heading.</param>
    /// <param name="body">HTML below the heading.</param>
    public static Task WriteAsync(HttpContext context, string title, Func<Localizer, string> body)
    {
        var texts = TextsOf(context);
        var heading = Html(texts[title]);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{texts.Language}" dir="{texts.Direction}">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{heading}</title><link rel="stylesheet" href="/site.css">
            </head>
            <body><main><h1 data-text="{title}">{heading}</h1>{body(texts)}</main></body>
            </html>
            """,
            context.RequestAborted);
    }

    /// <summary>A link out of the page; from within a frame, out of the frame where it leads to another site.</summary>
    public static string Link(string address, string text, Localizer texts)
    {
        var target = address.StartsWith('/') ? "" : " target=\"_top\"";
        return $"<p><a class=\"button\" href=\"{HtmlEncoder.Default.Encode(address)}\"{target}>{Html(texts[text])}</a></p>";
    }

    /// <summary>A text as HTML.</summary>
    public static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>In the language of the launch if it is known by now, else in the browser's.</summary>
    private static Localizer TextsOf(HttpContext context)
    {
        if (context.Features.Get<IRequestCultureFeature>() is null)
        {
            SessionLanguage.Apply(context, null);
        }

        return Localizer.For(context.Features.Get<IRequestCultureFeature>()!.RequestCulture.UICulture);
    }
}
