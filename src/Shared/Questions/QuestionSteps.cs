using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Questions;

/// <summary>Read an answer.</summary>
public sealed record ReadAnswer(Guid QuestionId) : NextStep;

/// <summary>A question waits for an answer.</summary>
public sealed record AwaitAnswer(Guid QuestionId, QuestionAudience Audience, DateTimeOffset AnswerBy) : WaitingStep;

/// <summary>What questions ask for.</summary>
public static class QuestionSteps
{
    /// <summary>Somebody took the time to answer.</summary>
    public static IEnumerable<NextStep> ReadAnswer(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<QuestionsSection>() is null
            ? []
            : progress.Of<QuestionsProgress>().Asked.Where(question => question.HasUnread).Select(question => new ReadAnswer(question.Id));

    /// <summary>What nobody has answered yet.</summary>
    public static IEnumerable<NextStep> AwaitAnswer(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<QuestionsSection>() is null
            ? []
            : progress.Of<QuestionsProgress>().Asked.Where(question => question.Answers == 0)
                .Select(question => new AwaitAnswer(question.Id, question.Audience, question.AnswerBy));

    /// <summary>When the answers are promised that nobody has given yet.</summary>
    internal static IEnumerable<Upcoming> Ahead(JourneyDesign design, Progress progress) =>
        progress.Of<QuestionsProgress>().Asked.Where(question => question.Answers == 0)
            .Select(question => new Upcoming(UpcomingKind.OwnQuestion, question.Id) { At = question.AnswerBy });

    /// <summary>
    /// An open question waits for whoever can answer,
    /// an overdue one for the facilitators too, an answer for the learner.
    /// </summary>
    internal static IEnumerable<Attention> Waiting(JourneyDesign design, Progress progress)
    {
        foreach (var question in progress.Of<QuestionsProgress>().Asked)
        {
            if (question.HasUnread)
            {
                yield return new(AttentionKind.Question, question.Id, new Waits.Learner());
            }

            if (question is { Answers: 0, Audience: QuestionAudience.Everybody })
            {
                yield return new(AttentionKind.Question, question.Id, new Waits.Everybody());
            }

            if (question.Answers == 0 && (question.Audience == QuestionAudience.Facilitators || question.IsOverdue))
            {
                yield return new(AttentionKind.Question, question.Id, new Waits.Facilitators());
            }
        }
    }
}
