using Microsoft.Data.Sqlite;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>The weeks of a course, which begins on the next Monday, by the clock that moves LMS and tool.</summary>
internal sealed class CourseWeeks(WholeStage stage)
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(60);
    private readonly DateTimeOffset monday = MondayAfter(stage.Lms.World.Clock.GetUtcNow());

    public DateTimeOffset Now => stage.Lms.World.Clock.GetUtcNow();

    /// <summary>Goes on to a day.</summary>
    /// <param name="week">From 1.</param>
    /// <param name="day">Of that week.</param>
    /// <param name="hour">UTC.</param>
    public Task GoToAsync(int week, DayOfWeek day, int hour = 9)
    {
        var days = ((int)day + 6) % 7;
        return MoveToAsync(monday.AddDays(((week - 1) * 7) + days).AddHours(hour));
    }

    /// <summary>Goes on to a moment, and waits until the tool has done whatever was to do until then.</summary>
    public async Task MoveToAsync(DateTimeOffset moment)
    {
        await stage.Lms.MoveAsync(moment - Now);
        await SettleAsync();
    }

    /// <summary>Waits until nothing is due and everything that was to leave has left.</summary>
    public Task SettleAsync() =>
        Eventually.SeeAsync(() => Left() == 0 ? "nothing" : null, LongestWork, $"end of what is due and what is to be sent:\n{stage.Tool.Log}");

    private long Left()
    {
        using var connection = new SqliteConnection($"Data Source={stage.Tool.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT (SELECT count(*) FROM due_item WHERE "DueAt" <= $now)
                 + (SELECT count(*) FROM delivery WHERE "State" = 'Waiting' AND "NextAttemptAt" <= $now)
            """;
        command.Parameters.AddWithValue("$now", Now.UtcDateTime);
        return (long)command.ExecuteScalar()!;
    }

    private static DateTimeOffset MondayAfter(DateTimeOffset now)
    {
        var days = (int)DayOfWeek.Monday - (int)now.UtcDateTime.DayOfWeek;
        return new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(days > 0 ? days : days + 7);
    }
}
