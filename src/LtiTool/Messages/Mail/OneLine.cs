namespace LearningBuddy.LtiTool.Messages;

/// <summary>Words for a place that holds one line: a header, a log.</summary>
internal static class OneLine
{
    /// <summary>The words with single spaces where line breaks and other control characters were: none of them ends a header.</summary>
    public static string Of(string words) => string.Join(
        ' ',
        string.Concat(words.Select(letter => IsBreak(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsBreak(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
