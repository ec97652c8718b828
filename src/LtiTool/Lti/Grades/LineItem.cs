using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// A column of the grade book (AGS 2.0, 3.2). What this tool does not know of it is kept, since a change replaces the whole.
/// </summary>
public sealed record LineItem
{
    /// <summary>Its address, which is its id; null until the platform has made it. The query belongs to it.</summary>
    public Uri? Id { get; init; }

    /// <summary>What the grade book calls it; some platforms use the activity's name instead.</summary>
    public required string Label { get; init; }

    /// <summary>Points that can be reached, more than 0.</summary>
    public required double ScoreMaximum { get; init; }

    /// <summary>Our own name for what is graded; survives a copy of the course.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Our own name for the kind of column.</summary>
    public string? Tag { get; init; }

    /// <summary>The link it belongs to, or null.</summary>
    public string? ResourceLinkId { get; init; }

    /// <summary>Everything as the platform sent it.</summary>
    internal JsonObject Raw { get; init; } = [];

    /// <summary>Reads one, or null when it has no address or label.</summary>
    internal static LineItem? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.Address("id") is { } id
        && json.Number("scoreMaximum") is { } maximum
            ? new()
            {
                Id = id,
                Label = json.Text("label") ?? "",
                ScoreMaximum = maximum,
                ResourceId = json.Words("resourceId"),
                Tag = json.Words("tag"),
                ResourceLinkId = json.Words("resourceLinkId"),
                Raw = PlatformJson.ObjectOf(json),
            }
            : null;

    /// <summary>The document to send: what the platform sent, with our values over it. One line, for the same reason as a score.</summary>
    internal string Write()
    {
        var json = Raw.DeepClone().AsObject();
        json["label"] = Label;
        json["scoreMaximum"] = ScoreMaximum;
        Set(json, "resourceId", ResourceId);
        Set(json, "tag", Tag);
        Set(json, "resourceLinkId", ResourceLinkId);
        return json.ToJsonString();
    }

    private static void Set(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
