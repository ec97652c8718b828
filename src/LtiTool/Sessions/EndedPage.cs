using System.Net;
using System.Text;

namespace LearningBuddy.LtiTool.Sessions;

/// <summary>What somebody sees whose session has ended, or who opened a copied address. What they had typed is given back to them.</summary>
internal static class EndedPage
{
    private static readonly string[] Hidden = ["ticket", "to", "DraftNumber", "id"];

    /// <summary>Answers 401 with the page.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        SessionLanguage.Apply(context, null);
        SessionHeaders.Private(context.Response);
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("*");
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.ContentType = "text/html; charset=utf-8";
        var german = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "de";
        await context.Response.WriteAsync(Page(german, await TypedAsync(context.Request)), context.RequestAborted);
    }

    private static async Task<IReadOnlyList<string>> TypedAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength > 512 * 1024)
        {
            return [];
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return [.. form.Where(field => !Hidden.Contains(field.Key) && !field.Key.StartsWith('_')).Select(field => field.Value.ToString()).Where(text => text.Length > 2)];
    }

    private static string Page(bool german, IReadOnlyList<string> typed)
    {
        var (title, what) = german
            ? ("Bitte öffnen Sie das noch einmal aus Ihrem Kurs", "Diese Seite war zu lange offen, oder die Adresse wurde kopiert. Nichts Gespeichertes ist verloren: Im Kurs geht es dort weiter, wo Sie waren.")
            : ("Open this again from your course", "This page was open for too long, or its address was copied. Nothing that was saved is lost: from the course you go on where you were.");
        var html = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(german ? "de" : "en")
            .Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").Append(title)
            .Append("</title><link rel=\"stylesheet\" href=\"/face.css\"></head><body><main><h1>").Append(title).Append("</h1><p>").Append(what).Append("</p>");
        if (typed.Count > 0)
        {
            html.Append("<h2>").Append(german ? "Das hatten Sie geschrieben" : "This is what you had typed").Append("</h2>");
            foreach (var text in typed)
            {
                html.Append("<div class=\"field\"><textarea readonly aria-label=\"").Append(german ? "Geschrieben" : "Typed").Append("\">")
                    .Append(WebUtility.HtmlEncode(text)).Append("</textarea></div>");
            }
        }

        return html.Append("</main></body></html>").ToString();
    }
}
