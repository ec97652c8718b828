namespace LearningBuddy.LtiTool.Lti;

/// <summary>What a platform says about itself, made safe for a log: it may echo anything, names included.</summary>
internal static class PlatformWords
{
    private const int MaxCodeLength = 40;
    private const int MaxReasonLength = 80;

    /// <summary>An OAuth error code, or "an error without a code" when it is a sentence.</summary>
    public static string Code(string? error) =>
        error is { Length: > 0 and <= MaxCodeLength } && error.All(letter => char.IsAsciiLetterLower(letter) || letter is '_' or '-')
            ? error
            : "an error without a code";

    /// <summary>A reason phrase up to where it begins to echo the request.</summary>
    public static string Reason(string phrase)
    {
        var echo = phrase.AsSpan().IndexOfAny('{', '[');
        var words = (echo < 0 ? phrase : phrase[..echo]).Trim();
        return words.Length <= MaxReasonLength ? words : words[..MaxReasonLength];
    }
}
