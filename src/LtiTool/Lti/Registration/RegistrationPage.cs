using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// What the administrator of a learning platform sees after a registration. Any site may frame it: it is not known yet which will.
/// </summary>
internal static class RegistrationPage
{
    /// <summary>It worked; the frame closes by itself after a moment.</summary>
    public static Task WriteAsync(HttpContext context, Platform platform, Localizer texts)
    {
        var next = platform.Status == PlatformStatus.Active ? "lti.registered-active" : "lti.registered-waits";
        var html = LtiPage.Document(
            texts,
            "lti.registered",
            "close.js",
            " data-done=\"true\"",
            $"""
            <h1 data-text="lti.registered">{LtiPage.Html(texts, "lti.registered")}</h1>
            <p>{LtiPage.Encoder.Encode(platform.Name)}</p>
            <p>{LtiPage.Html(texts, next)}</p>
            <p>{LtiPage.Html(texts, "lti.registered-activate-there")}</p>
            <p><button id="close" class="button">{LtiPage.Html(texts, "lti.close")}</button></p>
            """);
        return LtiPage.WriteAsync(context, StatusCodes.Status200OK, "*", html, context.RequestAborted);
    }

    /// <summary>It did not; the platform's own words are shown, since only an administrator sees this page.</summary>
    public static Task WriteAsync(HttpContext context, string code, RegistrationResult.Refused refused, Localizer texts)
    {
        var status = refused.Reason is RegistrationRefusal.PlatformUnreachable or RegistrationRefusal.ConfigurationUnreadable ? 502
            : refused.Reason is RegistrationRefusal.Closed ? 403
            : 400;
        var html = LtiPage.Document(
            texts,
            "lti.not-registered",
            "close.js",
            "",
            $"""
            <h1 data-text="lti.not-registered">{LtiPage.Html(texts, "lti.not-registered")}</h1>
            <p>{LtiPage.Html(texts, "lti.not-registered-why")}</p>
            <pre>{LtiPage.Encoder.Encode(texts.Plain(refused.Text, [.. refused.Args]))}</pre>
            {ToCopy(refused, texts)}
            <p><button id="close" class="button">{LtiPage.Html(texts, "lti.close")}</button></p>
            <p class="code">{LtiPage.Html(texts, "lti.code-to-quote")} <code>{code}</code></p>
            """);
        return LtiPage.WriteAsync(context, status, "*", html, context.RequestAborted);
    }

    private static string ToCopy(RegistrationResult.Refused refused, Localizer texts) => refused.ToCopy.Count == 0
        ? ""
        : $"""
          <p>{LtiPage.Html(texts, "lti.refused-by-hand")}</p>
          <pre>{LtiPage.Encoder.Encode(string.Join('\n', refused.ToCopy.Select(one => $"{one.Name}: {one.Value}")))}</pre>
          """;
}
