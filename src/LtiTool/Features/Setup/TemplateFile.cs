using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// A design as a template file, to be kept, changed in an editor, and taken in here or elsewhere. It holds nothing about people.
/// </summary>
internal static class TemplateFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long Largest = 512 * 1024;

    /// <summary>As many faults of one file are told at once.</summary>
    public const int MostFaults = 8;

    private static readonly JsonSerializerOptions Indented = new(DesignJson.Options) { WriteIndented = true };

    /// <summary>Writes a design.</summary>
    public static string Write(JourneyDesign design) => JsonNode.Parse(DesignJson.Write(design))!.ToJsonString(Indented);
}
