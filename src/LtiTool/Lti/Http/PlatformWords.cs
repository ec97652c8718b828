using System.Text.Json;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>What a platform says about itself, made safe for a log: it may echo anything, names included.</summary>
internal static class PlatformWords
{
    private const int MaxCodeLength = 40;
    private const int MaxReasonLength = 80;
    private const int MaxBodyLength = 400;

    private static readonly string[] Telling = ["error", "errors", "error_description", "message", "detail", "title", "field", "reason"];

    /// <summary>An OAuth error code, or "an error without a code" when it is a sentence.</summary>
    public static string Code(string? error) =>
        error is { Length: > 0 and <= MaxCodeLength } && error.All(letter => char.IsAsciiLetterLower(letter) || letter is '_' or '-')
            ? error
            : "an error without a code";

    /// <summary>
    /// What the body of a refusal says, in one line: the words of an error in JSON, the text of a page, or the beginning of anything else.
    /// </summary>
    /// <param name="body">What came.</param>
    /// <param name="secret">Never repeated; null for none.</param>
    public static string Body(string body, string? secret)
    {
        var words = PlainText.Line(WordsOf(body) ?? body, MaxBodyLength) ?? "";
        return string.IsNullOrEmpty(secret) ? words : words.Replace(secret, "…", StringComparison.Ordinal);
    }

    private static string? WordsOf(string body)
    {
        try
        {
            using var document = PlatformJson.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? string.Join(", ", Texts(document.RootElement, isTelling: false))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(JsonElement element, bool isTelling) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(
            member => Texts(member.Value, Array.Exists(Telling, name => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(one => Texts(one, isTelling)),
        JsonValueKind.String when isTelling => [element.GetString()!],
        _ => [],
    };

    /// <summary>A reason phrase up to where it begins to echo the request.</summary>
    public static string Reason(string phrase)
    {
        var echo = phrase.AsSpan().IndexOfAny('{', '[');
        var words = (echo < 0 ? phrase : phrase[..echo]).Trim();
        return words.Length <= MaxReasonLength ? words : words[..MaxReasonLength];
    }
}
