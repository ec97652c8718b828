using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Registration;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>The body of a line item request (AGS 2.0, 3.2).</summary>
internal sealed class LineItemBody(JsonObject json)
{
    public JsonObject Json { get; } = json;

    public string? Label => ToolRequest.TextOf(Json["label"]) is { Length: > 0 } label ? label : null;

    /// <value>Greater than zero, or null.</value>
    public double? ScoreMaximum =>
        Json["scoreMaximum"] is JsonValue value && value.TryGetValue<double>(out var points) && points > 0 ? points : null;

    public string ResourceId => ToolRequest.TextOf(Json["resourceId"]) ?? "";

    public string Tag => ToolRequest.TextOf(Json["tag"]) ?? "";

    public string? ResourceLinkId => ToolRequest.TextOf(Json["resourceLinkId"]);

    /// <returns>Null when the body isn't a JSON object.</returns>
    public static async Task<LineItemBody?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) is JsonObject json
                ? new LineItemBody(json)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
