using Microsoft.AspNetCore.Localization;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Pages that must come even where no view can: outside of sessions, and after faults of our own.</summary>
internal static class PlainPage
{
    /// <summary>Whether this request is answered in German: by the language of the launch if it is known by now, else by the browser's.</summary>
    public static bool IsGerman(HttpContext context)
    {
        if (context.Features.Get<IRequestCultureFeature>() is null)
        {
            SessionLanguage.Apply(context, null);
        }

        return context.Features.Get<IRequestCultureFeature>()!.RequestCulture.UICulture.TwoLetterISOLanguageName == "de";
    }

    /// <summary>Writes a page; the status is set already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="title">Title and heading, encoded.</param>
    /// <param name="body">HTML below the heading.</param>
    public static Task WriteAsync(HttpContext context, string title, string body)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{(IsGerman(context) ? "de" : "en")}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><link rel="stylesheet" href="/site.css"></head>
            <body><main><h1>{title}</h1>{body}</main></body>
            </html>
            """,
            context.RequestAborted);
    }
}
