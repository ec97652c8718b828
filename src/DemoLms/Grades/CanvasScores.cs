using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>Scores as Canvas takes them, with its submission extension.</summary>
internal static class CanvasScores
{
    private static readonly TimeSpan FarthestFuture = TimeSpan.FromMinutes(1);
    private static readonly string[] ActivityProgresses = ["Initialized", "Started", "InProgress", "Submitted", "Completed"];
    private static readonly string[] GradingProgresses = ["FullyGraded", "Pending", "PendingManual", "Failed", "NotReady"];

    public static async ValueTask<IResult> ReceiveAsync(CanvasCall call)
    {
        var score = await ScoreBody.ReadAsync(call.Request);
        var item = call.LineItem!;
        var (status, message) = Problem(call, score) ?? Store(item, score);
        call.World.Record(new ReceivedScore(
            call.School.Slug, item.Number, score.UserId ?? "", score.Raw, status, WasStored: status == 200, call.World.Clock.GetUtcNow()));
        if (status != 200)
            return CanvasServices.Refuse(status, message);
        var url = call.School.Platform.Personality.LineItemUrl(call.World.BaseUrl, call.School, call.Course, item);
        return Results.Json(new { resultUrl = $"{url}/results/{score.UserId}" });
    }

    private static (int Status, string Message)? Problem(CanvasCall call, ScoreBody score)
    {
        if (call.Request.ContentType?.Split(';')[0] is not (MediaTypes.Score or "application/json"))
            return (415, "Content-Type must be application/vnd.ims.lis.v1.score+json");
        if (score.UserId is null || score.TimestampAt is null)
            return (400, "userId and an ISO 8601 timestamp are needed");
        if (!ActivityProgresses.Contains(score.ActivityProgress) || !GradingProgresses.Contains(score.GradingProgress))
            return (400, "activityProgress or gradingProgress isn't one of the allowed values");
        if (call.Course.FindEnrolment(score.UserId)?.Role is not CourseRole.Learner)
            return (422, "User not found in course or is not a student");
        if (score.Has("scoreGiven") && score.ScoreMaximum is null or <= 0)
            return (422, "ScoreMaximum must be greater than 0");
        if (score.ScoreGiven is < 0)
            return (422, "ScoreGiven must be greater than or equal to 0");
        return score.SubmittedAt > call.World.Clock.GetUtcNow() + FarthestFuture ? (400, "submittedAt is in the future") : null;
    }

    private static (int Status, string Message) Store(LineItem item, ScoreBody score)
    {
        lock (item.Gate)
        {
            var stored = item.FindGrade(score.UserId!);
            if (stored is not null && stored.At >= score.TimestampAt)
                return (400, "timestamp is before the result's updated_at");
            item.Set(score.UserId!, ToGrade(item, score, stored));
        }

        return (200, "");
    }

    /// <summary>Without a score, or while grading isn't done, the old mark is wiped unless preserve_score says otherwise.</summary>
    private static Grade ToGrade(LineItem item, ScoreBody score, Grade? stored)
    {
        var extension = score.Json?["https://canvas.instructure.com/lti/submission"] as JsonObject;
        var keepsHumanMark = stored is { IsByHand: true } && Flag(extension, "prioritize_non_tool_grade");
        var points = score is { ScoreGiven: { } given, ScoreMaximum: { } maximum, GradingProgress: "FullyGraded" or "PendingManual" }
            ? given * item.ScoreMaximum / maximum
            : Flag(extension, "preserve_score") ? stored?.Score : null;
        return new Grade(
            keepsHumanMark ? stored!.Score : points, score.Comment ?? stored?.Comment, score.TimestampAt!.Value, keepsHumanMark)
        {
            ActivityProgress = score.ActivityProgress!,
            GradingProgress = score.GradingProgress!,
            SubmittedAt = score.SubmittedAt ?? ScoreBody.Time(extension?["submitted_at"]) ?? stored?.SubmittedAt,
            Attempts = (stored?.Attempts ?? 0) + (Flag(extension, "new_submission", whenAbsent: true) ? 1 : 0),
        };
    }

    private static bool Flag(JsonObject? extension, string name, bool whenAbsent = false) =>
        extension?[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : whenAbsent;
}
