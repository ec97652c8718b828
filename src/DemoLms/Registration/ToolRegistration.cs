using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>The tool as one school has registered it.</summary>
public sealed record ToolRegistration
{
    public required string ClientId { get; init; }

    public required string Name { get; init; }

    public required string InitiateLoginUri { get; init; }

    public required IReadOnlyList<string> RedirectUris { get; init; }

    public required string JwksUri { get; init; }

    public required string TargetLinkUri { get; init; }

    public string? DeepLinkingUri { get; init; }

    public string? LogoUri { get; init; }

    public string Description { get; init; } = "";

    public required IReadOnlySet<string> Scopes { get; init; }

    /// <value>Custom parameters that go into every launch, in the order the tool gave them.</value>
    public required IReadOnlyList<KeyValuePair<string, string>> Custom { get; init; }

    /// <value>What the tool asked to know about people.</value>
    public required Disclosure Disclosure { get; init; }

    /// <value>Moodle keeps a new tool pending until the administrator activates it; nobody can launch it before.</value>
    public required bool IsActive { get; init; }

    public bool MayUseGrades => Wire.Scopes.Grades.Any(Scopes.Contains);

    public bool MayUseRoster => Scopes.Contains(Wire.Scopes.Memberships);

    /// <summary>The tool's web origin, the only one that platform storage answers.</summary>
    public string Origin => new Uri(InitiateLoginUri).GetLeftPart(UriPartial.Authority);
}
