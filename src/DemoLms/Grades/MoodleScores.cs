using System.Globalization;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>
/// Scores as Moodle takes them: an error is a body <c>[]</c> with the cause in the reason phrase only, or, when the request had a
/// line break, no visible error at all; anything but FullyGraded wipes the mark.
/// </summary>
internal static class MoodleScores
{
    public static async ValueTask<IResult> ReceiveAsync(MoodleCall call)
    {
        var score = await ScoreBody.ReadAsync(call.Request);
        var item = call.LineItem!;
        var reply = Store(call, item, score);
        call.World.Record(new ReceivedScore(
            call.School.Slug, item.Number, score.UserId ?? "", score.Raw, reply.Status, WasStored: reply is { Status: 200, Body: "" },
            call.World.Clock.GetUtcNow()));
        return reply;
    }

    private static MoodleReply Store(MoodleCall call, LineItem item, ScoreBody score)
    {
        if (IsIncorrect(score) || call.Course.FindEnrolment(score.UserId!)?.Role is not CourseRole.Learner)
            return Incorrect(score);
        if (item.IsLocked)
            return Refuse(500, "Internal Server Error");
        lock (item.Gate)
        {
            var stored = item.FindGrade(score.UserId!);
            if (stored is not null && stored.At.ToUnixTimeSeconds() >= score.TimestampAt!.Value.ToUnixTimeSeconds())
            {
                return Refuse(409, string.Create(CultureInfo.InvariantCulture,
                    $"Refusing score with an earlier timestamp for item {item.Number} and user {score.UserId}"));
            }

            var grade = ToGrade(item, score, stored);
            item.Set(score.UserId!, grade with { At = StampOf(call, item, grade, score) });
        }

        return MoodleReply.Ok(MediaTypes.Score, "");
    }

    /// <summary>
    /// What a later score is held against: its own timestamp, or in the older release when it came. There, a score of which
    /// nothing is kept doesn't hold a later one up.
    /// </summary>
    private static DateTimeOffset StampOf(MoodleCall call, LineItem item, Grade grade, ScoreBody score) =>
        item.ActivityId is not null && grade is not { Score: null, Comment: null }
        && ((Moodle)call.School.Platform.Personality).Release.StampsOnReceipt
            ? call.World.Clock.GetUtcNow()
            : score.TimestampAt!.Value;

    private static bool IsIncorrect(ScoreBody score) =>
        score.UserId is null || score.ActivityProgress is null || score.GradingProgress is null || score.TimestampAt is null
        || (score.Has("scoreGiven") && (score.ScoreGiven is null || score.ScoreMaximum is null or 0));

    /// <summary>
    /// Rescaled to the column, cut at its maximum and at zero. A cell that was edited by hand is "overridden": the score is taken, and what
    /// stands there goes on standing.
    /// </summary>
    private static Grade ToGrade(LineItem item, ScoreBody score, Grade? stored)
    {
        double? points = score is { GradingProgress: "FullyGraded", ScoreGiven: { } given, ScoreMaximum: { } maximum }
            ? Math.Clamp(given * item.ScoreMaximum / maximum, 0, item.ScoreMaximum)
            : null;
        var (shown, comment) = stored is { IsByHand: true } ? (stored.Score, stored.Comment) : (points, score.Comment);
        return new Grade(shown, comment, score.TimestampAt!.Value, stored is { IsByHand: true })
        {
            ActivityProgress = score.ActivityProgress!,
            GradingProgress = score.GradingProgress!,
            SubmittedAt = score.SubmittedAt,
            Attempts = (stored?.Attempts ?? 0) + 1,
        };
    }

    /// <summary>A reason phrase can't hold a line break, so with one the error is lost and 200 remains.</summary>
    private static MoodleReply Incorrect(ScoreBody score) =>
        score.Raw.AsSpan().IndexOfAny('\r', '\n') >= 0
            ? MoodleReply.Ok(MediaTypes.Score, "[]")
            : Refuse(400, $"Incorrect score received{score.Raw}");

    private static MoodleReply Refuse(int status, string reason) => new(status, reason, MediaTypes.Score, "[]");
}
