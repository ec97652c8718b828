using LearningBuddy.Tests.Browser.Engines;
using Microsoft.Playwright;
using MimeKit;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Looks at pages on a phone: a picture, axe, and whether it fits.</summary>
/// <param name="page">As wide as a phone.</param>
/// <param name="prefix">What names of pictures begin with.</param>
internal sealed class PhoneLook(IPage page, string prefix)
{
    public IPage Page => page;

    /// <summary>For eyes alone: pictures in every look, and no other checks.</summary>
    public bool IsForEyes { get; init; }

    public List<string> Findings { get; } = [];

    public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

    public async Task AtAsync(string name, string? state = null)
    {
        Visited.Add(name);
        var picture = $"{prefix}-{name.Replace('/', '-')}" + (state is null ? "" : $"-{state}");
        if (IsForEyes)
        {
            await Looks.TakeAsync(page, picture);
            return;
        }

        // Of two pages in one browser only the one in front is drawn.
        await page.BringToFrontAsync();
        await Screenshots.TakeAsync(page, picture);
        Findings.AddRange((await Axe.FindingsAsync(page)).Select(finding => $"{picture}: {finding}"));
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            Findings.Add($"{picture} is too wide");
        Findings.AddRange(await TextSpacing.FindingsAsync(page.MainFrame, picture));
    }

    /// <summary>As a mail program shows it. Rules for whole sites, such as landmarks, say nothing about a mail.</summary>
    public async Task AtMailAsync(MimeMessage mail, string name)
    {
        await page.BringToFrontAsync();
        await page.SetContentAsync(mail.HtmlBody!);
        await Screenshots.TakeAsync(page, name);
        Findings.AddRange((await Axe.FindingsAsync(page)).Where(finding => !finding.StartsWith("landmark", StringComparison.Ordinal)
            && !finding.StartsWith("region", StringComparison.Ordinal)).Select(finding => $"{name}: {finding}"));
    }
}
