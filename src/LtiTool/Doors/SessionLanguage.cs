using System.Globalization;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Localization;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// The language of the launch decides; texts we don't have fall back to English with its direction, dates and numbers do not.
/// </summary>
internal static class SessionLanguage
{
    /// <summary>What a person chose to read, else what the launch told; of the same language the launch knows the country.</summary>
    public static string? Chosen(string? language, string? locale) =>
        language is null || LanguageTags.Find(locale)?.TwoLetterISOLanguageName == language ? locale : language;

    /// <summary>Sets the culture of the request.</summary>
    public static void Apply(HttpContext context, string? locale)
    {
        var culture = LanguageTags.Find(locale)
            ?? LanguageTags.Accepted(context.Request.GetTypedHeaders().AcceptLanguage)
            ?? CultureInfo.GetCultureInfo(TextCatalog.Fallback);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        context.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), provider: null));
    }
}
