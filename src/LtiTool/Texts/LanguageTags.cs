using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>Reads what platforms and browsers say about a language.</summary>
internal static class LanguageTags
{
    // Every page asks for one of these; a library of locales answers everything else.
    private static readonly FrozenDictionary<string, CultureInfo> Spoken =
        TextCatalog.Languages.ToFrozenDictionary(language => language, CultureInfo.GetCultureInfo, StringComparer.Ordinal);

    /// <summary>The culture a language tag names, or null when it names none.</summary>
    /// <param name="tag">Such as <c>de-AT</c> or <c>de_AT</c>; a variable that a platform left as it was counts as none.</param>
    public static CultureInfo? Find(string? tag) =>
        string.IsNullOrWhiteSpace(tag) || tag.StartsWith('$') ? null : Spoken.GetValueOrDefault(tag) ?? Read(tag);

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
