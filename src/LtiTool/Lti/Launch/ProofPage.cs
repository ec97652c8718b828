namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The page for a browser whose cookie did not come back: its script looks in the platform's storage and in its own, and sends the launch
/// once more,
/// now with what it found. The server keeps nothing meanwhile; every check is made again (docs/adr/0005).
/// </summary>
internal static class ProofPage
{
    /// <summary>Sends the page; a person without scripts presses the button and is told what to do.</summary>
    public static Task WriteAsync(HttpContext context, LaunchAttempt attempt, CancellationToken ct)
    {
        var texts = LtiTexts.Of(context);
        var encode = LtiPage.Encoder;
        var target = attempt.State.StorageTarget;
        var origin = target is null ? "" : attempt.Platform.AuthorizationEndpoint.GetLeftPart(UriPartial.Authority);
        var html = LtiPage.Document(
            texts,
            "lti.opening",
            "launch.js",
            $" data-key=\"{attempt.State.CookieName}\" data-storage-target=\"{encode.Encode(target ?? "")}\""
                + $" data-storage-origin=\"{encode.Encode(origin)}\"",
            $"""
            <h1>{LtiPage.Html(texts, "lti.opening")}</h1>
            <form id="launch" method="post" action="/lti/launch">
            <input type="hidden" name="id_token" value="{encode.Encode(attempt.Form.IdToken)}">
            <input type="hidden" name="state" value="{encode.Encode(attempt.Form.State)}">
            <input type="hidden" name="proof" value="">
            <p class="late"><button class="button">{LtiPage.Html(texts, "lti.continue")}</button></p>
            </form>
            """);
        return LtiPage.WriteAsync(context, StatusCodes.Status200OK, FrameAncestors.BeforeLaunch(attempt.Platform), html, ct);
    }
}
