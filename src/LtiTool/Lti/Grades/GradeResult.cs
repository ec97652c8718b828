using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>What the grade book shows for one person (AGS 2.0, 3.3).</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Score">Points, or null when there are none.</param>
/// <param name="Maximum">Out of how many, or null.</param>
/// <param name="Comment">Feedback, or null.</param>
public sealed record GradeResult(string Subject, double? Score, double? Maximum, string? Comment)
{
    /// <summary>Reads one, or null when it does not say whose it is.</summary>
    internal static GradeResult? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.Id("userId") is { } subject
            ? new(subject, json.Number("resultScore"), json.Number("resultMaximum"), json.Words("comment"))
            : null;
}

/// <summary>How a platform's grade book behaves towards whoever sends scores.</summary>
/// <param name="Spacing">How far apart the timestamps of two scores of one person must be.</param>
/// <param name="KeepsGradeOnProgress">False where a score that is not final wipes a final one: then none may follow it.</param>
public sealed record GradeTraits(TimeSpan Spacing, bool KeepsGradeOnProgress);
