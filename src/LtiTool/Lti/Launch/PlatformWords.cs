namespace LearningBuddy.LtiTool.Lti;

/// <summary>What a platform says about itself, made safe for a log: it may echo anything.</summary>
internal static class PlatformWords
{
    private const int MaxCodeLength = 40;

    /// <summary>An OAuth error code, or "something else" when it is a sentence: some platforms put free text there, names included.</summary>
    public static string Code(string? error) =>
        error is { Length: > 0 and <= MaxCodeLength } && error.All(letter => char.IsAsciiLetterLower(letter) || letter is '_' or '-')
            ? error
            : "an error without a code";
}
