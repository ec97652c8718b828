using System.Globalization;
using System.Net;
using System.Text;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>Titles, names and descriptions as people read them: other systems send HTML in some of them.</summary>
internal static class PlainText
{
    /// <summary>What stands between these tags is read by nobody.</summary>
    private static readonly string[] Unread = ["script", "style", "head"];

    /// <summary>Without tags, entities resolved, white space folded; null when nothing is left.</summary>
    public static string? From(string? text) =>
        text is null || text.AsSpan().IndexOfAny('<', '&') < 0 ? text : Folded(WebUtility.HtmlDecode(WithoutTags(text)));

    /// <summary>One readable line: as <see cref="From"/>, without control characters, cut at a whole character.</summary>
    /// <param name="text">What another system calls something.</param>
    /// <param name="longest">So many UTF-16 units at most, the mark of the cut included.</param>
    public static string? Line(string? text, int longest)
    {
        var line = text is null ? null : Folded(From(text) ?? "");
        return line is null || line.Length <= longest ? line : Cut(line, longest - 1) + "…";
    }

    private static string Cut(string line, int longest)
    {
        var end = 0;
        for (int next; (next = end + StringInfo.GetNextTextElementLength(line, end)) <= longest;)
        {
            end = next;
        }

        return line[..end].TrimEnd();
    }

    private static string? Folded(string text)
    {
        var clean = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        var words = clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    private static string WithoutTags(string text)
    {
        var plain = new StringBuilder(text.Length);
        var insideTag = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            var opensTag = letter == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!');
            at = opensTag && !insideTag ? PastUnread(text, at) : at;
            insideTag |= opensTag;
            if (!insideTag)
            {
                plain.Append(letter);
            }
            else if (at == text.Length || text[at] == '>')
            {
                insideTag = false;
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    /// <summary>The place of the closing tag of an element that nobody reads, else the same place.</summary>
    private static int PastUnread(string text, int at)
    {
        var name = Array.Find(Unread, one => string.Compare(text, at + 1, one, 0, one.Length, StringComparison.OrdinalIgnoreCase) == 0
            && at + 1 + one.Length < text.Length && !char.IsAsciiLetter(text[at + 1 + one.Length]));
        var end = name is null ? at : text.IndexOf("</" + name, at, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? text.Length : end;
    }
}
