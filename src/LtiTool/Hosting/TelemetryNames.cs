namespace LearningBuddy.LtiTool.Hosting;

/// <summary>The names under which the tool's own measurements go out.</summary>
internal static class TelemetryNames
{
    /// <summary>Of our meter.</summary>
    public const string Meter = "LearningBuddy";

    /// <summary>Of our source of spans.</summary>
    public const string Spans = "LearningBuddy";
}
