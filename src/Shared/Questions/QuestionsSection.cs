using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Questions;

/// <summary>How questions work in this journey.</summary>
/// <param name="AnswerWithinDays">Working days within which an answer is promised, 1 to 20.</param>
public sealed record QuestionsSection(int AnswerWithinDays = 2) : IDesignSection
{
    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (AnswerWithinDays is < 1 or > 20)
        {
            yield return new("sections.questions.answerWithinDays", "question-days");
        }
    }

    /// <summary>When a question asked now should have been answered: the end of a working day, where the asker is.</summary>
    /// <returns>UTC.</returns>
    public DateTimeOffset AnswerBy(DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        for (var left = AnswerWithinDays; left > 0; left -= IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        var end = day.ToDateTime(new TimeOnly(18, 0));
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).ToUniversalTime();
    }

    private static bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
