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
    public DateTimeOffset AnswerBy(DateTimeOffset now, TimeZoneInfo zone) => WorkingDays.EndAfter(AnswerWithinDays, now, zone);
}
