namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// What the administrator of a learning platform sees after a registration. Any site may frame it: it is not known yet which will.
/// </summary>
internal static class RegistrationPage
{
    /// <summary>It worked; the frame closes by itself after a moment.</summary>
    public static Task WriteAsync(HttpContext context, Platform platform, string language)
    {
        var text = RegistrationTexts.Of(language);
        var encode = LtiPage.Encoder;
        var next = platform.Status == PlatformStatus.Active ? text.ActiveNow : text.WaitsForApproval;
        var html = LtiPage.Document(
            language,
            text.Done,
            "close.js",
            " data-done=\"true\"",
            $"""
            <h1>{encode.Encode(text.Done)}</h1>
            <p>{encode.Encode(platform.Name)}</p>
            <p>{encode.Encode(next)}</p>
            <p>{encode.Encode(text.ActivateThere)}</p>
            <p><button id="close" class="button">{encode.Encode(text.Close)}</button></p>
            """);
        return LtiPage.WriteAsync(context, StatusCodes.Status200OK, "*", html, context.RequestAborted);
    }

    /// <summary>It did not; the platform's own words are shown, since only an administrator sees this page.</summary>
    public static Task WriteAsync(HttpContext context, string code, RegistrationRefusal reason, string detail, string language)
    {
        var text = RegistrationTexts.Of(language);
        var encode = LtiPage.Encoder;
        var status = reason is RegistrationRefusal.PlatformUnreachable or RegistrationRefusal.ConfigurationUnreadable ? 502
            : reason is RegistrationRefusal.Closed ? 403
            : 400;
        var html = LtiPage.Document(
            language,
            text.Failed,
            "close.js",
            "",
            $"""
            <h1>{encode.Encode(text.Failed)}</h1>
            <p>{encode.Encode(text.Nothing)}</p>
            <pre>{encode.Encode(detail)}</pre>
            <p><button id="close" class="button">{encode.Encode(text.Close)}</button></p>
            <p class="code">{encode.Encode(LtiTexts.Labels(language).CodeToQuote)} <code>{code}</code></p>
            """);
        return LtiPage.WriteAsync(context, status, "*", html, context.RequestAborted);
    }
}

/// <summary>The words of these pages.</summary>
internal sealed record RegistrationTexts(
    string Done, string ActiveNow, string WaitsForApproval, string ActivateThere, string Close, string Failed, string Nothing)
{
    private static readonly RegistrationTexts English = new(
        "Connected",
        "Learning Buddy lets this platform in from now on.",
        "An administrator of Learning Buddy still has to approve it on the administration page.",
        "Your learning platform may ask you to activate the tool as well.",
        "Close",
        "The platform could not be connected",
        "Nothing was stored. This is what was said:");

    private static readonly RegistrationTexts German = new(
        "Verbunden",
        "Learning Buddy lässt diese Plattform ab jetzt ein.",
        "Jemand aus der Administration von Learning Buddy muss sie noch auf der Administrationsseite freigeben.",
        "Vielleicht möchte auch die Lernplattform, dass Sie das Werkzeug dort aktivieren.",
        "Schließen",
        "Die Plattform ließ sich nicht verbinden",
        "Es wurde nichts gespeichert. Das kam als Antwort:");

    /// <summary>In a language.</summary>
    public static RegistrationTexts Of(string language) => language == "de" ? German : English;
}
