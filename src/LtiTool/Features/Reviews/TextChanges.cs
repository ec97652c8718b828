using DiffPlex;
using Microsoft.AspNetCore.Html;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>What changed between two versions of a text, word by word.</summary>
internal static class TextChanges
{
    /// <summary>Longer texts that have little in common would take too long to compare: they are shown as a whole.</summary>
    private const int MostWords = 4000;

    /// <summary>The newer text with what is new in <c>ins</c> and what was taken out in <c>del</c>; plain where nothing changed.</summary>
    public static IHtmlContent Marked(string before, string after)
    {
        var html = new HtmlContentBuilder();
        foreach (var (kind, words) in Of(before, after))
        {
            _ = kind switch
            {
                TextChange.New => html.AppendHtml("<ins>").Append(words).AppendHtml("</ins>"),
                TextChange.TakenOut => html.AppendHtml("<del>").Append(words).AppendHtml("</del>"),
                _ => html.Append(words),
            };
        }

        return html;
    }

    /// <summary>The pieces of both texts in reading order; what was taken out stands before what came in its place.</summary>
    public static IReadOnlyList<(TextChange Kind, string Words)> Of(string before, string after)
    {
        if (before == after)
        {
            return after.Length == 0 ? [] : [(TextChange.Same, after)];
        }

        var diff = Words.Instance.Chunk(before).Count > MostWords || Words.Instance.Chunk(after).Count > MostWords
            ? null
            : Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words.Instance);
        var pieces = new List<(TextChange Kind, string Words)>();
        if (diff is null)
        {
            Add(pieces, TextChange.TakenOut, before);
            Add(pieces, TextChange.New, after);
            return pieces;
        }

        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(pieces, TextChange.Same, string.Concat(diff.PiecesNew.Skip(at).Take(block.InsertStartB - at)));
            Add(pieces, TextChange.TakenOut, string.Concat(diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)));
            Add(pieces, TextChange.New, string.Concat(diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)));
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(pieces, TextChange.Same, string.Concat(diff.PiecesNew.Skip(at)));
        return Joined(pieces);
    }

    private static void Add(List<(TextChange, string)> pieces, TextChange kind, string words)
    {
        if (words.Length > 0)
        {
            pieces.Add((kind, words));
        }
    }

    /// <summary>Nothing but a blank between two changes is part of the change: nobody reads a text of single marked words.</summary>
    private static List<(TextChange Kind, string Words)> Joined(List<(TextChange Kind, string Words)> pieces)
    {
        var joined = new List<(TextChange Kind, string Words)>();
        var (takenOut, added) = ("", "");
        for (var at = 0; at < pieces.Count; at++)
        {
            var (kind, words) = pieces[at];
            var isGap = kind == TextChange.Same && string.IsNullOrWhiteSpace(words)
                && takenOut.Length + added.Length > 0 && at + 1 < pieces.Count;
            takenOut += kind == TextChange.TakenOut || isGap ? words : "";
            added += kind == TextChange.New || isGap ? words : "";
            if (kind == TextChange.Same && !isGap)
            {
                Flush();
                joined.Add((kind, words));
            }
        }

        Flush();
        return joined;

        void Flush()
        {
            Add(joined, TextChange.TakenOut, takenOut);
            Add(joined, TextChange.New, added);
            (takenOut, added) = ("", "");
        }
    }

    /// <summary>Words, blanks and marks; letters of scripts that are written without blanks stand for themselves.</summary>
    private sealed class Words : IChunker
    {
        public static readonly Words Instance = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var chunks = new List<string>();
            for (var (start, end) = (0, 1); start < text.Length; (start, end) = (end, end + 1))
            {
                var kind = KindOf(text[start]);
                while (kind != Kind.Alone && end < text.Length && KindOf(text[end]) == kind)
                {
                    end++;
                }

                chunks.Add(text[start..end]);
            }

            return chunks;
        }

        /// <summary>Halves of a pair are letters here: a pair is never cut.</summary>
        private static Kind KindOf(char letter) => letter switch
        {
            _ when char.IsWhiteSpace(letter) => Kind.Blank,
            (>= '\u0e00' and <= '\u0e7f') or (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') => Kind.Alone,
            _ when char.IsPunctuation(letter) || char.IsSymbol(letter) => Kind.Alone,
            _ => Kind.Word,
        };

        private enum Kind
        {
            Word,
            Blank,
            Alone,
        }
    }
}

/// <summary>What became of some words.</summary>
internal enum TextChange
{
    /// <summary>They stand in both texts.</summary>
    Same,

    /// <summary>They stand in the newer text only.</summary>
    New,

    /// <summary>They stood in the older text only.</summary>
    TakenOut,
}
