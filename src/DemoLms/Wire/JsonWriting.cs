using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace LearningBuddy.DemoLms.Wire;

/// <summary>JSON text in the spelling of the LMS that is played.</summary>
internal static class JsonWriting
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true, IndentSize = 4 };

    /// <summary>Compact, characters as they are.</summary>
    public static string ToText(JsonNode node) => node.ToJsonString(Plain);

    /// <summary>Four blanks a level, as PHP's pretty printing does.</summary>
    public static string ToIndentedText(JsonNode node) => node.ToJsonString(Indented);

    /// <summary>As PHP's <c>json_encode</c> writes it: slashes and everything beyond ASCII escaped.</summary>
    public static string ToPhpText(JsonNode node) => EscapeNonAscii(ToText(node).Replace("/", "\\/", StringComparison.Ordinal));

    /// <summary>The same with plain slashes, which Moodle uses where it echoes a request.</summary>
    public static string ToPhpTextWithSlashes(JsonNode node) => EscapeNonAscii(ToText(node));

    private static string EscapeNonAscii(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var character in json)
        {
            if (char.IsAscii(character))
                text.Append(character);
            else
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return text.ToString();
    }
}
