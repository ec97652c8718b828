using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Whose accounts a home page stands for: a platform's issuer, or another address that an administrator gave for it.</summary>
internal sealed class AccountHomes(IEnumerable<PlatformRow> platforms)
{
    private readonly ILookup<string, Guid> known = platforms
        .SelectMany(platform => platform.HomePageList.Append(platform.Issuer), (platform, home) => (Home: WebLink.Plain(home), platform.Id))
        .Distinct()
        .ToLookup(pair => pair.Home, pair => pair.Id, StringComparer.Ordinal);

    /// <summary>The platforms; several schools share one issuer at Canvas.</summary>
    public IReadOnlyList<Guid> PlatformsOf(string homePage) => [.. known[WebLink.Plain(homePage)]];
}
