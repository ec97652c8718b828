using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Keys of what is typed in the set-up: they stay once given, since evidence and answers refer to them.</summary>
internal static class TypedKey
{
    /// <summary>The key that the form brought, else a new one.</summary>
    /// <param name="id">What the form brought.</param>
    /// <param name="prefix">What a new one begins with.</param>
    public static string Of(string? id, string prefix) => DesignKey.Is(id) ? id! : New(prefix);

    /// <summary>A new key.</summary>
    /// <param name="prefix">What it begins with.</param>
    public static string New(string prefix) => prefix + Guid.NewGuid().ToString("N")[..8];
}
