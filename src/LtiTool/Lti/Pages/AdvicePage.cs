namespace LearningBuddy.LtiTool.Lti;

/// <summary>The page of somebody who can't get in: what happened, what to do, a code to quote, and one button where one helps.</summary>
internal static class AdvicePage
{
    /// <summary>Answers a refusal.</summary>
    /// <param name="context">The request to answer.</param>
    /// <param name="problem">Why.</param>
    /// <param name="platform">The registration, or null when none was found: the page may then be framed by anybody, for it says
    /// nothing.</param>
    /// <param name="ct">Stops writing.</param>
    public static Task WriteAsync(HttpContext context, LaunchProblem problem, Platform? platform, CancellationToken ct)
    {
        var rule = RefusalRule.Of(problem.Reason);
        var language = LtiTexts.Language(null, context.Request.Headers.AcceptLanguage);
        var ancestors = platform is null ? "*" : FrameAncestors.BeforeLaunch(platform);
        return LtiPage.WriteAsync(
            context, rule.Status, ancestors, Html(rule.Advice, RefusalRule.CodeOf(problem.Reason), language, platform), ct);
    }

    private static string Html(Advice advice, string code, string language, Platform? platform)
    {
        var text = LtiTexts.Of(advice, language);
        var labels = LtiTexts.Labels(language);
        var encode = LtiPage.Encoder;
        var button = platform is null
            ? ""
            : $"<p><a class=\"button\" target=\"_top\" href=\"{encode.Encode(FrameAncestors.HomeOf(platform))}\">"
                + $"{encode.Encode(labels.BackToPlatform)}</a></p>";
        return LtiPage.Document(
            language,
            text.Title,
            null,
            "",
            $"""
            <h1>{encode.Encode(text.Title)}</h1>
            <p>{encode.Encode(text.WhatHappened)}</p>
            <p>{encode.Encode(text.WhatToDo)}</p>
            {button}
            <p class="code">{encode.Encode(labels.CodeToQuote)} <code>{code}</code></p>
            """);
    }
}
