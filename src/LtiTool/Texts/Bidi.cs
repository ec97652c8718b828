namespace LearningBuddy.LtiTool.Texts;

/// <summary>Which way words run.</summary>
internal static class Bidi
{
    /// <summary>Whether there is a letter of a script that runs from right to left: Hebrew, Arabic and their neighbours.</summary>
    public static bool HasRightToLeft(string words) =>
        words.AsSpan().ContainsAnyInRange('\u0590', '\u08ff')
            || words.AsSpan().ContainsAnyInRange('\ufb1d', '\ufdff')
            || words.AsSpan().ContainsAnyInRange('\ufe70', '\ufefc');
}
