using System.Net;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>What somebody sees whose session has ended, or who opened a copied address. What they had typed is given back to them.</summary>
internal static class EndedPage
{
    private static readonly string[] Hidden = ["ticket", "to", "DraftNumber", "id"];

    /// <summary>Answers 401 with the page.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        SessionHeaders.Private(context.Response);
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("*");
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        var typed = await TypedAsync(context.Request);
        await (PlainPage.IsGerman(context)
            ? PlainPage.WriteAsync(
                context,
                "Bitte öffnen Sie das noch einmal aus Ihrem Kurs",
                "<p>Diese Seite war zu lange offen, oder die Adresse wurde kopiert. Nichts Gespeichertes ist verloren: Im Kurs geht es dort weiter, wo Sie waren.</p>"
                + Given(typed, "Das hatten Sie geschrieben", "Geschrieben"))
            : PlainPage.WriteAsync(
                context,
                "Open this again from your course",
                "<p>This page was open for too long, or its address was copied. Nothing that was saved is lost: from the course you go on where you were.</p>"
                + Given(typed, "This is what you had typed", "Typed")));
    }

    private static async Task<IReadOnlyList<string>> TypedAsync(HttpRequest request)
    {
        var fields = await TypedText.ReadAsync(request);
        return [.. fields.Where(field => !Hidden.Contains(field.Key) && !field.Key.StartsWith('_')).Select(field => field.Value).Where(text => text.Length > 2)];
    }

    private static string Given(IReadOnlyList<string> typed, string heading, string label) => typed.Count == 0
        ? ""
        : $"<h2>{heading}</h2>" + string.Concat(typed.Select(text =>
            $"<div class=\"field\"><textarea readonly aria-label=\"{label}\">{WebUtility.HtmlEncode(text)}</textarea></div>"));
}
