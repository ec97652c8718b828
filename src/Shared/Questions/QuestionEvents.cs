using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Questions;

/// <summary>A learner asked something.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Audience">Whom they asked.</param>
/// <param name="AnswerBy">When it should have been answered, UTC: frozen.</param>
public sealed record QuestionAsked(Guid QuestionId, QuestionAudience Audience, DateTimeOffset AnswerBy) : JourneyEvent;

/// <summary>Somebody answered; the actor is who did.</summary>
public sealed record QuestionAnswered(Guid QuestionId, Guid AnswerId, Guid AskedEventId) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.Answer, AnswerId)];
}

/// <summary>The learner read the answers so far.</summary>
public sealed record AnswersRead(Guid QuestionId) : JourneyEvent;

/// <summary>An answer helped.</summary>
public sealed record AnswerHelped(Guid QuestionId, Guid AnswerId) : JourneyEvent;

/// <summary>Nobody answered in time: the facilitators see it too, whoever was asked. The tool acts.</summary>
public sealed record QuestionOverdue(Guid QuestionId) : JourneyEvent;

/// <summary>A learner asked for help with something.</summary>
/// <param name="About">A sprint's key, or the id of a piece of evidence.</param>
public sealed record HelpAsked(string About) : JourneyEvent;

/// <summary>Whom a question is for, and who can read it.</summary>
public enum QuestionAudience
{
    /// <summary>Whoever facilitates.</summary>
    Facilitators,

    /// <summary>Everybody in the journey.</summary>
    Everybody,
}

/// <summary>How they are stored.</summary>
internal static class QuestionEvents
{
    public static Theme Theme { get; } = new(
        "questions",
        [
            EventType.Of<QuestionAsked>("question.asked"),
            EventType.Of<QuestionAnswered>("question.answered"),
            EventType.Of<AnswersRead>("question.answers-read").WithoutStatement(),
            EventType.Of<AnswerHelped>("question.answer-helped").WithoutStatement(),
            EventType.Of<QuestionOverdue>("question.overdue").WithoutStatement(),
            EventType.Of<HelpAsked>("help.asked"),
        ])
    {
        Section = typeof(QuestionsSection),
        Start = QuestionsProgress.None,
        Attention = QuestionSteps.Waiting,
        Messages = QuestionMessages.Of,
        Upcoming = QuestionSteps.Ahead,
    };
}
