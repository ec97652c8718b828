using System.Globalization;
using System.Text;

namespace LearningBuddy.Shared.Core;

/// <summary>
/// Words that people type or paste, as they are kept: letter by letter, without what no database, gradebook or XML takes, and cut between
/// whole characters. Everything that comes from a form, a launch or a roster passes here.
/// </summary>
public static class CleanText
{
    /// <summary>
    /// Text of several lines: every kind of line break of a keyboard or a word processor is a line feed; other control characters and
    /// halves of surrogate pairs are left out. Blanks and invisible characters that scripts need stay.
    /// </summary>
    public static string Of(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return "";
        }

        var clean = new StringBuilder(typed.Length);
        var last = default(Rune);
        foreach (var rune in Runes(typed))
        {
            if (rune.Value is '\r' or '\v' or '\f' or '\u0085' || (rune.Value == '\n' && last.Value != '\r'))
            {
                clean.Append('\n');
            }
            else if (rune.Value == '\t' || (rune.Value is not ('\n' or 0xFFFE or 0xFFFF) && !Rune.IsControl(rune)))
            {
                clean.Append(rune.ToString());
            }

            last = rune;
        }

        return clean.ToString();
    }

    /// <summary>Text of one line, such as a title or a name, without blanks around it.</summary>
    public static string Line(string? typed) => Of(typed).Replace('\n', ' ').Replace('\t', ' ').Trim();

    /// <summary>
    /// The beginning of a text, cut between what readers see as characters: never inside an emoji or between a letter and its accent.
    /// </summary>
    /// <param name="text">The whole.</param>
    /// <param name="longest">In UTF-16 units, as databases and forms count.</param>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var next && end + next <= longest)
        {
            end += next;
        }

        // One "character" of thousands of accents: its own beginning, without half a surrogate pair.
        return end > 0 || longest == 0 ? text[..end] : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>Text of several lines as it is kept: null where there is nothing to see.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="longest">As in <see cref="Cut"/>.</param>
    public static string? Kept(string? typed, int longest)
    {
        var words = Of(typed).Trim();
        return IsVisible(words) ? Cut(words, longest) : null;
    }

    /// <summary>The end of a text, cut like <see cref="Cut"/>.</summary>
    public static string CutFront(string text, int longest)
    {
        var start = 0;
        while (text.Length - start > longest)
        {
            start += StringInfo.GetNextTextElementLength(text.AsSpan(start));
        }

        return text[start..];
    }

    /// <summary>Whether there is anything to see or to read aloud.</summary>
    public static bool IsVisible(string? text) => text is not null && Runes(text).Any(rune => !IsInvisible(rune));

    /// <summary>Whether a character shows nothing by itself: blanks, controls, joiners, accents without a letter.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned;

    /// <summary>The characters; halves of surrogate pairs are passed over.</summary>
    private static IEnumerable<Rune> Runes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.TryGetRuneAt(text, at, out var rune))
            {
                yield return rune;
                at += rune.Utf16SequenceLength;
            }
            else
            {
                at++;
            }
        }
    }
}
