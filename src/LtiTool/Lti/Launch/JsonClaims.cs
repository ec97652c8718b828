using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Reading claims that may be missing, null or of another type: each of these is the same as not sent.</summary>
internal static class JsonClaims
{
    /// <summary>Whether the claim is there and not null.</summary>
    public static bool Has(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A text, or null.</summary>
    public static string? Text(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A text that is not blank, or null.</summary>
    public static string? Words(this JsonElement claims, string name) =>
        claims.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>An object, or null.</summary>
    public static JsonElement? Object(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    /// <summary>A yes or no, or null.</summary>
    public static bool? Flag(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

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

    /// <summary>An absolute web address, or null.</summary>
    public static Uri? Address(this JsonElement claims, string name) =>
        Uri.TryCreate(claims.Text(name), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : null;
}
