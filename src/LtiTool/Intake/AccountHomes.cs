using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Whose accounts a home page stands for: a platform's issuer, or another address that an administrator gave for it.</summary>
internal sealed class AccountHomes(IEnumerable<PlatformRow> platforms)
{
    private readonly ILookup<string, Guid> known = platforms
        .SelectMany(platform => platform.HomePageList.Append(platform.Issuer), (platform, home) => (Home: Plain(home), platform.Id))
        .Distinct()
        .ToLookup(pair => pair.Home, pair => pair.Id, StringComparer.Ordinal);

    /// <summary>The platforms; several schools share one issuer at Canvas.</summary>
    public IReadOnlyList<Guid> PlatformsOf(string homePage) => [.. known[Plain(homePage)]];

    /// <summary>Systems write the same address with http or https, and with or without a slash at the end.</summary>
    private static string Plain(string homePage)
    {
        var text = homePage.TrimEnd('/');
        return text.StartsWith("http://", StringComparison.Ordinal) ? "https://" + text[7..] : text;
    }
}
