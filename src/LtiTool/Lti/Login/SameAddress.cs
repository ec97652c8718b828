using System.Text.RegularExpressions;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>One spelling for addresses that mean the same (RFC 3986, 6.2.2 and 6.2.3).</summary>
internal static partial class SameAddress
{
    /// <summary>
    /// The normal spelling: host in small letters, no default port, nothing escaped that needn't be, no slash at the end of the path. What
    /// is no address stays as it is.
    /// </summary>
    public static string Of(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return address;
        }

        var path = uri.GetComponents(UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        var query = uri.GetComponents(UriComponents.Query, UriFormat.UriEscaped);
        var whole = $"{uri.GetLeftPart(UriPartial.Authority)}/{path}{(query.Length == 0 ? "" : "?" + query)}";
        return whole.Contains('%', StringComparison.Ordinal) ? Escape().Replace(whole, Normal) : whole;
    }

    /// <summary>The normal spelling, then what is left of it when its query ends before each &amp;.</summary>
    public static IEnumerable<string> BeginningsOf(string address)
    {
        var whole = Of(address);
        yield return whole;
        var query = whole.IndexOf('?', StringComparison.Ordinal);
        for (var end = whole.LastIndexOf('&'); query >= 0 && end > query; end = whole.LastIndexOf('&', end - 1))
        {
            yield return whole[..end];
        }
    }

    private static string Normal(Match escape) => Uri.UnescapeDataString(escape.Value) is [var letter] && IsUnreserved(letter)
        ? letter.ToString()
        : escape.Value.ToUpperInvariant();

    private static bool IsUnreserved(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';

    [GeneratedRegex("%[0-9A-Fa-f]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
