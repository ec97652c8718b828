using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>The language of the launch decides; texts we don't have fall back to English, dates and direction do not.</summary>
internal static class SessionLanguage
{
    /// <summary>Sets the culture of the request.</summary>
    public static void Apply(HttpContext context, string? locale)
    {
        var culture = Find(locale) ?? Accepted(context) ?? CultureInfo.GetCultureInfo("en");
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), provider: null));
    }

    /// <summary>The culture a language tag names, or null when it names none.</summary>
    public static CultureInfo? Find(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag) || tag.StartsWith('$'))
        {
            return null;
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

    private static CultureInfo? Accepted(HttpContext context) =>
        context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Find(language.Value.Value))
            .FirstOrDefault(culture => culture is not null);
}
