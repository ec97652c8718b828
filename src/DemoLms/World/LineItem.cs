using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace LearningBuddy.DemoLms.World;

/// <summary>A gradebook column of the tool, with everybody's mark in it.</summary>
public sealed class LineItem(int number, string label, double scoreMaximum)
{
    private readonly ConcurrentDictionary<string, Grade> grades = new();

    /// <summary>Held while a mark is compared with the stored one and replaced.</summary>
    public Lock Gate { get; } = new();

    public int Number { get; } = number;

    public string Label { get; set; } = label;

    public double ScoreMaximum { get; set; } = scoreMaximum;

    public string ResourceId { get; set; } = "";

    public string Tag { get; set; } = "";

    /// <value>Locked by a teacher: Moodle fails over every score for it.</value>
    public bool IsLocked { get; set; }

    /// <value>The link it belongs to; null for a free-standing column.</value>
    public string? ActivityId { get; set; }

    /// <value>AGS 2.0, 3.2.11: where the teacher's "look at this submission" goes, as the tool gave it.</value>
    public JsonObject? SubmissionReview { get; set; }

    public IReadOnlyDictionary<string, Grade> Grades => grades;

    public Grade? FindGrade(string sub) => grades.GetValueOrDefault(sub);

    public void Set(string sub, Grade grade) => grades[sub] = grade;
}

/// <summary>One learner's mark in one column.</summary>
/// <param name="Score">In points of the column; null when nothing is graded.</param>
/// <param name="At">The timestamp of the last change, which a later score must exceed.</param>
/// <param name="IsByHand">A person typed it into the gradebook.</param>
public sealed record Grade(double? Score, string? Comment, DateTimeOffset At, bool IsByHand = false)
{
    public string ActivityProgress { get; init; } = "";

    public string GradingProgress { get; init; } = "";

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>How often something was handed in; Canvas counts an attempt for each.</summary>
    public int Attempts { get; init; }
}
