using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Where the sentences about faults are: with the texts of the theme whose section it is, else with those of the set-up.</summary>
internal static class FaultTexts
{
    private const string Sections = "sections.";

    /// <summary>The id of the sentence, such as <c>buddies.fault.buddy-days</c>.</summary>
    public static string IdOf(DesignFault fault)
    {
        var theme = fault.Path.StartsWith(Sections, StringComparison.Ordinal) ? fault.Path[Sections.Length..].Split('.', '[')[0] : "setup";
        return $"{theme}.fault.{fault.Code}";
    }
}
