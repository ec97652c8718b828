using System.Globalization;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>Registers the texts.</summary>
internal static class TextServices
{
    /// <summary>
    /// Adds the texts of a request, in the language that the request was found to speak. Anything that works without a request says the
    /// language itself.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="isInformal">Whether the reader of a request is addressed as friends are.</param>
    public static IServiceCollection AddTexts(this IServiceCollection services, Func<IServiceProvider, bool> isInformal) =>
        services.AddScoped(provider => Localizer.For(
            CultureInfo.CurrentUICulture, provider.GetRequiredService<ILogger<Localizer>>(), isInformal(provider)));
}
