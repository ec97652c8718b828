using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Registration;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>The body of a score (AGS 2.0, 3.4), with the raw text that error messages repeat.</summary>
internal sealed record ScoreBody(string Raw, JsonObject? Json)
{
    public static async Task<ScoreBody> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var raw = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        try
        {
            return new ScoreBody(raw, JsonNode.Parse(raw) as JsonObject);
        }
        catch (JsonException)
        {
            return new ScoreBody(raw, null);
        }
    }

    public string? UserId => Text("userId");

    public string? ActivityProgress => Text("activityProgress");

    public string? GradingProgress => Text("gradingProgress");

    public string? Comment => Text("comment");

    public double? ScoreGiven => Number("scoreGiven");

    public double? ScoreMaximum => Number("scoreMaximum");

    public DateTimeOffset? TimestampAt => Time(Json?["timestamp"]);

    public DateTimeOffset? SubmittedAt => Time((Json?["submission"] as JsonObject)?["submittedAt"]);

    public bool Has(string name) => Json?[name] is not null;

    private string? Text(string name) => ToolRequest.TextOf(Json?[name]);

    private double? Number(string name) => Json?[name] is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;

    /// <summary>ISO 8601 with a zone (AGS 2.0, 3.4.8); without one it is no time at all.</summary>
    public static DateTimeOffset? Time(JsonNode? node) =>
        ToolRequest.TextOf(node) is { } text
        && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : null;
}
