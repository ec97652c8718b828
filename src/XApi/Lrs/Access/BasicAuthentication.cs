using System.Text;

namespace LearningBuddy.XApi.Lrs.Access;

/// <summary>HTTP Basic (RFC 7617).</summary>
internal static class BasicAuthentication
{
    private const string Scheme = "Basic ";

    /// <summary>
    /// Key and secret of an Authorization header, or null if it is none of Basic. Neither has control characters (RFC 7617, 2).
    /// </summary>
    public static (string Key, string Secret)? Parse(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var encoded = header.AsSpan(Scheme.Length).Trim();
        Span<byte> decoded = encoded.Length <= 1024 ? stackalloc byte[encoded.Length] : new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(encoded, decoded, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(decoded[..length]);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || pair.Any(char.IsControl) ? null : (pair[..colon], pair[(colon + 1)..]);
    }
}
