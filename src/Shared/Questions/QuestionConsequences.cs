using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Questions;

/// <summary>What follows from questions.</summary>
public static class QuestionConsequences
{
    /// <summary>At the promised time it is looked at whether somebody answered.</summary>
    public static IEnumerable<Follows> RemindWhoCanAnswer(in Happening happening) => happening.Event.What is QuestionAsked asked
        ? [new Follows.Due(DueKind.QuestionUnanswered, asked.QuestionId, asked.AnswerBy) { IsNew = true }]
        : [];

    /// <summary>What is to be noted at that time; null when somebody answered.</summary>
    public static QuestionOverdue? WhenDue(Progress progress, Guid questionId) =>
        progress.Of<QuestionsProgress>().Find(questionId) is { Answers: 0, IsOverdue: false } ? new QuestionOverdue(questionId) : null;
}
