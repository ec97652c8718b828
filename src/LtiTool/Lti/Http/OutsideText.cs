namespace LearningBuddy.LtiTool.Lti;

/// <summary>Texts from addresses and forms, which anybody may write.</summary>
internal static class OutsideText
{
    /// <summary>Whether a text holds U+0000 or half of a character, which no database keeps and no honest sender writes.</summary>
    public static bool IsOdd(string? text)
    {
        if (text is null)
        {
            return false;
        }

        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\0')
            {
                return true;
            }

            if (char.IsSurrogate(text[at]) && (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[++at])))
            {
                return true;
            }
        }

        return false;
    }
}
