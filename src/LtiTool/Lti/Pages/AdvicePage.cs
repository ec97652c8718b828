using LearningBuddy.LtiTool.Texts;

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
        var ancestors = platform is null ? "*" : FrameAncestors.BeforeLaunch(platform);
        var html = Html(LtiTexts.IdOf(problem.Advice ?? rule.Advice), RefusalRule.CodeOf(problem.Reason), LtiTexts.Of(context), platform);
        return LtiPage.WriteAsync(context, problem.Status ?? rule.Status, ancestors, html, ct);
    }

    private static string Html(string id, string code, Localizer texts, Platform? platform)
    {
        var button = platform is null
            ? ""
            : $"""
              <p><a class="button" target="_top"
                 href="{LtiPage.Encoder.Encode(FrameAncestors.HomeOf(platform))}">{LtiPage.Html(texts, "lti.back-to-platform")}</a></p>
              """;
        return LtiPage.Document(
            texts,
            id,
            null,
            "",
            $"""
            <h1 data-text="{id}">{LtiPage.Html(texts, id)}</h1>
            <p>{LtiPage.Html(texts, id + "-happened")}</p>
            <p>{LtiPage.Html(texts, id + "-to-do")}</p>
            {button}
            <p class="code">{LtiPage.Html(texts, "lti.code-to-quote")} <code>{code}</code></p>
            """);
    }
}
