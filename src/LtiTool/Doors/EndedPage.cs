using System.Net;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// What somebody sees whose session has ended, or who opened a copied address. What they had typed is given back to them.
/// </summary>
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
        await PlainPage.WriteAsync(
            context, "doors.ended", texts => $"<p>{PlainPage.Html(texts["doors.ended-why"])}</p>" + Given(typed, texts));
    }

    private static async Task<IReadOnlyList<string>> TypedAsync(HttpRequest request)
    {
        var fields = await TypedText.ReadAsync(request);
        return [.. fields
            .Where(field => !Hidden.Contains(field.Key) && !field.Key.StartsWith('_'))
            .Select(field => field.Value)
            .Where(text => text.Length > 2)];
    }

    private static string Given(IReadOnlyList<string> typed, Localizer texts) => typed.Count == 0
        ? ""
        : $"<h2>{PlainPage.Html(texts["doors.ended-typed"])}</h2>"
            + string.Concat(typed.Select(text => GivenField(text, PlainPage.Html(texts["doors.ended-typed-label"]))));

    private static string GivenField(string text, string label) =>
        $"""<div class="field"><textarea readonly aria-label="{label}">{WebUtility.HtmlEncode(text)}</textarea></div>""";
}
