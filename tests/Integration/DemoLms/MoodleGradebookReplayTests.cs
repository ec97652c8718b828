using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>After the recorded grade traffic the gradebook must show what Moodle's showed to the teacher.</summary>
public sealed class MoodleGradebookReplayTests
{
    /// <summary>Release, what the page showed, and the last exchange before it.</summary>
    public static TheoryData<string, string, string> Pages() => CapturedMoodle.OnEach<string>(
        ("gradebook/after-scores", "ags/results-error-scope"),
        ("gradebook/after-pending", "ags/score-pending-after-graded"),
        ("gradebook/after-maximum-changed", "ags/results-after-maximum"));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Gradebook_shows_what_was_recorded(string version, string recording, string lastExchange)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        foreach (var name in MoodleGradeReplayTests.InRecordedOrder.TakeWhile(name => name != lastExchange).Append(lastExchange))
            await lms.ReplayAsync(name, MoodleGradeReplayTests.TokenFor(lms, name));

        var recorded = lms.Recordings.Json(recording + ".json")["users"]!.AsArray().OfType<JsonObject>().ToList();

        Assert.NotEmpty(recorded);
        Assert.All(recorded, user => Assert.Equal(RecordedRow(user), Row(lms, user["userId"]!.ToString())));
    }

    /// <summary>Without the course total, which Moodle calculates on its own.</summary>
    private static IEnumerable<string> RecordedRow(JsonObject user) => user["items"]!.AsArray()
        .Where(item => item!["item"]!.GetValue<string>() != "Course total")
        .Select(item => string.Join(" | ", item!["item"], item["grade"], item["range"], item["feedback"]));

    private static IEnumerable<string> Row(DemoLmsHost lms, string sub) => lms.Moodle.FindCourse("2")!.LineItems.Select(item =>
    {
        var grade = item.FindGrade(sub);
        var points = grade?.Score?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";
        return string.Create(CultureInfo.InvariantCulture, $"{item.Label} | {points} | 0–{item.ScoreMaximum} | {grade?.Comment}");
    });
}
