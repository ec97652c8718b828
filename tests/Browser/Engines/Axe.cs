using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>Looks for accessibility faults with axe, WCAG 2.2 AA and the best practices, frames included.</summary>
internal static class Axe
{
    /// <summary>Of what is right nothing is listed: that costs more than looking. Sizes of targets are WCAG 2.2's, and off unless asked for.</summary>
    private static readonly AxeRunOptions Options = new()
    {
        ResultTypes = [ResultType.Violations],
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    /// <returns>One line for each finding: rule, what is wrong, where.</returns>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))];
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
