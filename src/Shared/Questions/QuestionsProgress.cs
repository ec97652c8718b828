using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Questions;

/// <summary>A learner's questions as the history tells them.</summary>
/// <param name="Asked">In the order they were asked.</param>
public sealed record QuestionsProgress(ImmutableArray<QuestionProgress> Asked) : IThemeProgress
{
    /// <summary>Nothing was asked.</summary>
    public static QuestionsProgress None { get; } = new([]);

    /// <summary>The question, or null.</summary>
    public QuestionProgress? Find(Guid id) => Asked.FirstOrDefault(question => question.Id == id);

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        QuestionAsked asked => new QuestionsProgress(Asked.Add(new QuestionProgress(asked.QuestionId, asked.Audience, asked.AnswerBy))),
        QuestionAnswered answered =>
            With(answered.QuestionId, question => question with { Answers = question.Answers + 1, HasUnread = true }),
        AnswersRead read => With(read.QuestionId, question => question with { HasUnread = false }),
        QuestionOverdue overdue => With(overdue.QuestionId, question => question with { IsOverdue = true }),
        _ => this,
    };

    private QuestionsProgress With(Guid id, Func<QuestionProgress, QuestionProgress> change) =>
        Find(id) is { } question ? new QuestionsProgress(Asked.Replace(question, change(question))) : this;
}

/// <summary>One question.</summary>
/// <param name="Id">The question.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="AnswerBy">When it should have been answered, UTC.</param>
public sealed record QuestionProgress(Guid Id, QuestionAudience Audience, DateTimeOffset AnswerBy)
{
    /// <summary>How many answers it has.</summary>
    public int Answers { get; init; }

    /// <summary>Whether there is an answer that the learner has not read.</summary>
    public bool HasUnread { get; init; }

    /// <summary>Whether nobody answered in time.</summary>
    public bool IsOverdue { get; init; }
}
