using System.Globalization;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>What pages say, by ids: tests hold however the wording changes.</summary>
internal static class Wording
{
    /// <summary>A text in English.</summary>
    public static string Of(string id, params object?[] arguments) => In("en", id, arguments);

    /// <summary>A text that counts something, in English.</summary>
    public static string OfCount(string id, double number, params object?[] arguments) =>
        Localizer.For(CultureInfo.GetCultureInfo("en")).Count(id, number, arguments).ToString();

    /// <summary>A text in a language.</summary>
    public static string In(string language, string id, params object?[] arguments) => Localizer.For(CultureInfo.GetCultureInfo(language)).Plain(id, arguments);
}
