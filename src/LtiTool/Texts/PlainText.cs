using System.Net;
using System.Text;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Titles and descriptions as people read them: platforms send HTML in some of them.</summary>
internal static class PlainText
{
    /// <summary>Without tags, entities resolved, white space folded; null when nothing is left.</summary>
    public static string? From(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        var insideTag = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            var opensTag = letter == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!');
            insideTag |= opensTag;
            if (!insideTag)
            {
                plain.Append(letter);
            }
            else if (letter == '>')
            {
                insideTag = false;
                plain.Append(' ');
            }
        }

        var words = WebUtility.HtmlDecode(plain.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
