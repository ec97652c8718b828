using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>Looks for accessibility faults with axe, WCAG 2.2 AA and the best practices, frames included.</summary>
internal static class Axe
{
    /// <returns>One line for each finding: rule, place, what is wrong.</returns>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url}: {v.Id} at {Where(n)}: {v.Help}"))];
    }

    private static string Where(AxeResultNode node) => $"{node.Target} {node.Html}";
}
