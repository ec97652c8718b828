using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LearningBuddy.XApi.Statements;

/// <summary>Reads JSON that comes from anywhere: what is accepted here never throws later.</summary>
internal static class JsonText
{
    /// <summary>Deeper documents than this are refused.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>
    /// Parses strict JSON: valid UTF-8, no repeated property, no half of a surrogate pair. A byte order mark before it is passed over (RFC
    /// 8259, 8.1): nobody sees it in an editor.
    /// </summary>
    /// <param name="utf8">The text.</param>
    /// <param name="document">The document; the caller disposes it.</param>
    public static StatementProblem? TryParse(ReadOnlyMemory<byte> utf8, out JsonDocument? document)
    {
        document = null;
        utf8 = WithoutMark(utf8);
        if (!Utf8.IsValid(utf8.Span) || HasLoneSurrogate(utf8.Span))
        {
            return Problems.NotJson("The text is not valid UTF-8, or an escape names half of a character.");
        }

        try
        {
            document = JsonDocument.Parse(utf8, Options);
            return null;
        }
        catch (JsonException e)
        {
            return Problems.NotJson(e.Message);
        }
    }

    /// <summary>The text behind a byte order mark, or the whole where there is none.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> text)
    {
        for (var i = text.IndexOf((byte)'\\'); i >= 0 && i + 1 < text.Length;)
        {
            var step = 2;
            if (text[i + 1] == 'u' && TryUnit(text, i, out var unit) && char.IsSurrogate(unit))
            {
                if (char.IsLowSurrogate(unit) || !TryUnit(text, i + 6, out var low) || !char.IsLowSurrogate(low))
                {
                    return true;
                }

                step = 12;
            }

            var next = text[(i + step)..].IndexOf((byte)'\\');
            i = next < 0 ? -1 : i + step + next;
        }

        return false;
    }

    private static bool TryUnit(ReadOnlySpan<byte> text, int at, out char unit)
    {
        unit = default;
        if (at + 6 > text.Length || text[at] != '\\' || text[at + 1] != 'u')
        {
            return false;
        }

        if (!Utf8Parser.TryParse(text.Slice(at + 2, 4), out ushort value, out var used, 'x') || used != 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
