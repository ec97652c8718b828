using System.Buffers;

namespace LearningBuddy.XApi.Statements.Rules;

/// <summary>Formats of single values (2.4 and 4 of 1.0.3, 4.2.7 of 2.0).</summary>
internal static class Formats
{
    private static readonly SearchValues<char> NotInIris = SearchValues.Create(
        " <>\"{}|\\^`" + string.Concat(Enumerable.Range(0, 0x20).Select(code => (char)code)) + '\u007f');

    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>RFC 3987: a scheme by RFC 3986, 3.1, a colon and something after it.</summary>
    public static bool IsIri(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && colon < text.Length - 1
            && char.IsAsciiLetter(text[0])
            && text[..colon].IndexOfAnyExcept(SchemeCharacters) < 0
            && text.IndexOfAny(NotInIris) < 0;
    }

    /// <summary>8-4-4-4-12 hexadecimal digits, any version.</summary>
    public static bool IsUuid(ReadOnlySpan<char> text) => Guid.TryParseExact(text, "D", out _) && text.Length == 36;

    /// <summary>RFC 6068, with one address and nothing else.</summary>
    public static bool IsMailbox(ReadOnlySpan<char> text)
    {
        const string Scheme = "mailto:";
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var address = text[Scheme.Length..];
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 && address.IndexOfAny(NotInIris) < 0 && address.IndexOf('@') == at;
    }

    /// <summary>
    /// RFC 5646 by shape: a first part of 2 to 8 letters (or <c>x</c>, <c>i</c>), then parts of 1 to 8 letters and digits.
    /// </summary>
    public static bool IsLanguage(ReadOnlySpan<char> text)
    {
        var first = true;
        foreach (var range in text.Split('-'))
        {
            var part = text[range];
            if (part.Length is 0 or > 8 || !(first ? IsPrimary(part, text.Length) : IsAlphanumeric(part)))
            {
                return false;
            }

            first = false;
        }

        return true;
    }

    public static bool IsHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(HexDigits);

    /// <summary>RFC 6838: type, slash, subtype, maybe parameters.</summary>
    public static bool IsMediaType(string text) => Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(text, out var type)
        && type is { Type.Length: > 0, SubType.Length: > 0 };

    private static bool IsPrimary(ReadOnlySpan<char> part, int wholeLength) =>
        part.IndexOfAnyExcept(Letters) < 0
        && (part.Length > 1 || (part[0] is 'x' or 'X' or 'i' or 'I' && wholeLength > 2));

    private static bool IsAlphanumeric(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
