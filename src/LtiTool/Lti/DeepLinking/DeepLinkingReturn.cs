namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The page that carries a response back: the platform wants it from the teacher's own browser, as a form (Deep Linking 2.0, 4.5.1).
/// </summary>
public static class DeepLinkingReturn
{
    /// <summary>Sends the page. Its script submits at once; without one there is a button.</summary>
    /// <param name="context">The request to answer.</param>
    /// <param name="settings">The request's settings; the return address is used as it is, query and all.</param>
    /// <param name="jwt">The signed response.</param>
    /// <param name="frameAncestors">Who may frame it: the session's list.</param>
    /// <param name="locale">The launch's language, or null.</param>
    public static Task WriteAsync(
        HttpContext context, DeepLinkingSettings settings, string jwt, IReadOnlyList<string> frameAncestors, string? locale)
    {
        var texts = LtiTexts.Of(context, locale);
        var encode = LtiPage.Encoder;
        var html = LtiPage.Document(
            texts,
            "lti.back-to-platform",
            "return.js",
            "",
            $"""
            <form id="return" method="post" action="{encode.Encode(settings.ReturnUrl.OriginalString)}">
            <input type="hidden" name="JWT" value="{encode.Encode(jwt)}">
            <p class="late"><button class="button">{LtiPage.Html(texts, "lti.continue")}</button></p>
            </form>
            """);
        return LtiPage.WriteAsync(context, StatusCodes.Status200OK, string.Join(' ', frameAncestors), html, context.RequestAborted);
    }
}
