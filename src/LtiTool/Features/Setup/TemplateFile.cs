using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Sprints;

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

    /// <summary>Writes a design as others can take it in.</summary>
    public static string Write(JourneyDesign design) => JsonNode.Parse(DesignJson.Write(Portable(design)))!.ToJsonString(Indented);

    /// <summary>A design without what was retired or switched off: a behaviour stays behind, with what was about it alone.</summary>
    public static JourneyDesign Portable(JourneyDesign design)
    {
        var active = design with { Behaviours = [.. design.ActiveBehaviours] };
        var sections = active.Sections;
        if (active.Find<NudgesSection>() is { } nudges)
        {
            sections = sections.With(nudges with { Exercises = [.. nudges.Exercises.Where(one => one.IsOf(active))] });
        }

        if (active.Find<FoundSection>() is { } found)
        {
            sections = sections.With(found with { Rules = [.. found.Rules.Where(rule => Knows(rule.BehaviourId))] });
        }

        if (active.Find<SprintsSection>() is { } sprints)
        {
            sections = sections.With(sprints with
            {
                Sprints = [.. sprints.Sprints.Select(sprint => sprint with { BehaviourIds = [.. sprint.BehaviourIds.Where(Knows)] })],
            });
        }

        if (active.Find<PathSection>() is { } path)
        {
            sections = sections.With(path with { Essential = [.. path.Essential.Where(Knows)] });
        }

        return active with { Sections = sections, SwitchedOff = null };

        bool Knows(string behaviour) => active.FindBehaviour(behaviour) is not null;
    }

    /// <summary>Reads what somebody brought as forms read what is typed: without characters that nothing keeps.</summary>
    /// <exception cref="JsonException">It is no JSON, strictly read.</exception>
    public static string Clean(string json)
    {
        var node = JsonNode.Parse(json) ?? throw new JsonException("A template is an object.");
        return Cleaned(node)!.ToJsonString(DesignJson.Options);
    }

    private static JsonNode? Cleaned(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Cleaned(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Cleaned)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(CleanText.Of(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };
}
