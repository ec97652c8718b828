using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>Reads what platforms and browsers say about a language.</summary>
internal static class LanguageTags
{
    /// <summary>More than are spoken anywhere at once; what somebody makes up finds no room then.</summary>
    private const int MostKnown = 200;

    // Every launch and every page asks, and the library of locales takes its time.
    private static readonly ConcurrentDictionary<string, CultureInfo> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The culture a language tag names, or null when it names none.</summary>
    /// <param name="tag">Such as <c>de-AT</c> or <c>de_AT</c>; a variable that a platform left as it was counts as none.</param>
    public static CultureInfo? Find(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag) || tag.StartsWith('$'))
        {
            return null;
        }

        if (Known.TryGetValue(tag, out var known))
        {
            return known;
        }

        // Only what is a culture's name: behind a language anything may stand, of any length.
        var found = Read(tag);
        if (string.Equals(found?.Name, tag, StringComparison.OrdinalIgnoreCase) && Known.Count < MostKnown)
        {
            Known.TryAdd(tag, found!);
        }

        return found;
    }

    private static CultureInfo? Read(string tag)
    {
        if (string.Equals(tag, PseudoLanguage.Tag, StringComparison.OrdinalIgnoreCase))
        {
            return new CultureInfo(PseudoLanguage.Tag);
        }

        try
        {
            var culture = CultureInfo.GetCultureInfo(tag.Replace('_', '-'), predefinedOnly: true);
            return culture.Equals(CultureInfo.InvariantCulture) ? null : culture;
        }
        catch (CultureNotFoundException)
        {
            var cut = tag.IndexOfAny(['-', '_']);
            return cut > 0 ? Find(tag[..cut]) : null;
        }
    }

    /// <summary>The first language of a browser's list that is one, or null.</summary>
    public static CultureInfo? Accepted(IEnumerable<StringWithQualityHeaderValue> languages) => languages
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Find(language.Value.Value))
        .FirstOrDefault(culture => culture is not null);
}
