using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>
/// Looks for accessibility faults with axe, WCAG 2.2 AA and the best practices. Each frame is looked at by itself: Deque's own way opens a tab for each look to
/// put together what frames say, which costs more than the look.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Of what is right nothing is listed: that costs more than looking. Sizes of targets are WCAG 2.2's, and off unless asked for.</summary>
    private const string Look =
        """
        async () => {
          const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
          return violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
        }
        """;

    /// <summary>Looks at a page and at the frames that can be seen in it.</summary>
    /// <returns>One line for each finding: rule, what is wrong, where.</returns>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        var findings = new List<string>();
        foreach (var frame in page.Frames)
        {
            if (frame.ParentFrame is null || await (await frame.FrameElementAsync()).IsVisibleAsync())
                findings.AddRange(await FindingsAsync(frame));
        }

        return findings;
    }

    /// <summary>Looks at one frame.</summary>
    /// <returns>As of a page.</returns>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IFrame frame)
    {
        await frame.EvaluateAsync(Script);
        return await frame.EvaluateAsync<string[]>(Look);
    }
}

/// <summary>An assertion whose failure shows every finding in full.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var distinct = findings.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count > 0)
            Xunit.Assert.Fail(string.Join('\n', distinct));
    }
}
