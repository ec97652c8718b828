namespace LearningBuddy.Shared.Core;

/// <summary>Stable keys within a design: lower-case letters, digits, hyphens. What people did refers to them.</summary>
public static class DesignKey
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 60;

    /// <summary>Whether it may be a key, as the schema of templates has it.</summary>
    public static bool Is(string? id) => id is { Length: > 0 and <= Longest }
        && id.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '-');
}
