using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Reading claims that may be missing, null or of another type: each of these is the same as not sent.</summary>
internal static class JsonClaims
{
    /// <summary>The longest identifier, in characters (LTI 1.3 Core, 5.3).</summary>
    public const int LongestId = 255;

    /// <summary>Whether the claim is there and not null.</summary>
    public static bool Has(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A text, or null.</summary>
    public static string? Text(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>
    /// An identifier that is not empty, or null. Some platforms write the whole number itself instead of a text of its digits.
    /// </summary>
    public static string? Id(this JsonElement claims, string name) => claims.TryGetProperty(name, out var value) ? IdOf(value) : null;

    /// <summary>A number that can be reckoned with, or null: 1e999 is none.</summary>
    public static double? Number(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var number)
        && double.IsFinite(number)
            ? number
            : null;

    /// <summary>The identifiers of a list; other things in it are left out.</summary>
    public static List<string> Ids(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(IdOf).OfType<string>()]
            : [];

    /// <summary>What a claim is, for the log: “missing”, “an object”, “a number”.</summary>
    public static string Kind(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) ? KindOf(value) : "missing";

    /// <summary>What stands here, for the log.</summary>
    public static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => value.ValueEquals("") ? "an empty text" : "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "missing",
    };

    /// <summary>The elements of a list.</summary>
    /// <param name="list">What should be one.</param>
    /// <param name="of">What it lists, for the log.</param>
    /// <param name="address">Who was asked.</param>
    /// <exception cref="LtiServiceException">It is none: that must not look like a list of nothing.</exception>
    public static JsonElement.ArrayEnumerator ListOf(this JsonElement list, string of, Uri address) =>
        list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : throw new LtiServiceException(ServiceFault.Unreachable, $"{address.Host} answered without a list of {of}: {KindOf(list)}");

    /// <summary>A text that is not blank, or null.</summary>
    public static string? Words(this JsonElement claims, string name) =>
        claims.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>An object, or null.</summary>
    public static JsonElement? Object(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>A yes or no, or null. Some platforms write them as texts or as 1 and 0.</summary>
    public static bool? Flag(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) ? FlagOf(value) : null;

    /// <summary>The texts of a list; other things in it are left out.</summary>
    public static List<string> Texts(this JsonElement claims, string name)
    {
        List<string> texts = [];
        if (claims.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String)
                {
                    texts.Add(item.GetString()!);
                }
            }
        }

        return texts;
    }

    /// <summary>
    /// Scopes: separated by blanks (RFC 6749, 3.3), or in one of the forms that some platforms use. None means that nothing is said.
    /// </summary>
    public static HashSet<string> Scopes(this JsonElement claims, string name) =>
    [
        .. (claims.Text(name) is { } text ? [text] : claims.Texts(name))
            .SelectMany(one => one.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>An absolute web address, or null.</summary>
    public static Uri? Address(this JsonElement claims, string name) => WebAddress.Find(claims.Text(name));

    private static string? IdOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText() is var digits && digits.All(char.IsAsciiDigit) ? digits : null,
        _ => null,
    };

    private static bool? FlagOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String or JsonValueKind.Number => value.ToString().Trim().ToUpperInvariant() switch
        {
            "TRUE" or "1" => true,
            "FALSE" or "0" => false,
            _ => null,
        },
        _ => null,
    };
}
