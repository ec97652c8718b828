using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The one reader of JSON from platforms. An escape that names half of a character, or U+0000, reads as U+FFFD: whoever asks for a text or
/// a member later gets one, and no database is given what it can't keep.
/// </summary>
internal static class PlatformJson
{
    /// <summary>One value that is nested for no reason makes no whole page unreadable.</summary>
    private const int Deepest = 512;

    private static ReadOnlySpan<byte> Unreadable => "fffd"u8;

    /// <summary>Reads a document.</summary>
    /// <param name="text">JSON.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonDocument Parse(string text) => Parse(Encoding.UTF8.GetBytes(text), new() { MaxDepth = Deepest });

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">JSON; what can't be read in it is written over.</param>
    /// <param name="options">How strict.</param>
    /// <exception cref="JsonException">It is not JSON, or not UTF-8.</exception>
    public static JsonDocument Parse(byte[] utf8, JsonDocumentOptions options)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new JsonException("The text is not UTF-8.");
        }

        Mend(utf8);
        return JsonDocument.Parse(utf8, options);
    }

    /// <summary>An object that can be changed. Where a name stands twice, the later one counts.</summary>
    /// <param name="json">An object.</param>
    public static JsonObject ObjectOf(JsonElement json)
    {
        var members = new JsonObject();
        foreach (var member in json.Clone().EnumerateObject())
        {
            members[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.Object => JsonObject.Create(member.Value),
                JsonValueKind.Array => JsonArray.Create(member.Value),
                JsonValueKind.Null => null,
                _ => JsonValue.Create(member.Value),
            };
        }

        return members;
    }

    private static void Mend(Span<byte> text)
    {
        var at = 0;
        while (text[at..].IndexOf((byte)'\\') is >= 0 and var skip)
        {
            at += skip;
            var step = 2;
            if (UnitAt(text, at) is { } unit)
            {
                var isPair = char.IsHighSurrogate(unit) && UnitAt(text, at + 6) is { } low && char.IsLowSurrogate(low);
                step = isPair ? 12 : 6;
                if (!isPair && (unit == '\0' || char.IsSurrogate(unit)))
                {
                    Unreadable.CopyTo(text[(at + 2)..]);
                }
            }

            at = Math.Min(at + step, text.Length);
        }
    }

    /// <summary>The unit of an escape <c>\u….</c>, or null for anything else.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && Utf8Parser.TryParse(text.Slice(at + 2, 4), out ushort unit, out var used, 'x') && used == 4
            ? (char)unit
            : null;
}
