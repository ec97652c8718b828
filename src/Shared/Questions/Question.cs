namespace LearningBuddy.Shared.Questions;

/// <summary>Something a learner asked, in their own words.</summary>
public sealed class Question
{
    /// <summary>The longest question or answer, in characters.</summary>
    public const int LongestText = 2000;

    private Question()
    {
    }

    /// <summary>Keeps a question.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="participationId">Who asks.</param>
    /// <param name="journeyId">Where.</param>
    /// <param name="asking">What, about what, and whom.</param>
    /// <param name="askedEventId">The event.</param>
    /// <param name="answerBy">When it should be answered, UTC.</param>
    /// <param name="now">UTC.</param>
    public Question(
        Guid id, Guid participationId, Guid journeyId, Asking asking, Guid askedEventId, DateTimeOffset answerBy, DateTimeOffset now)
    {
        Id = id;
        ParticipationId = participationId;
        JourneyId = journeyId;
        Text = asking.Text;
        Audience = asking.Audience;
        BehaviourId = asking.BehaviourId;
        EvidenceId = asking.EvidenceId;
        SprintId = asking.SprintId;
        AskedEventId = askedEventId;
        AnswerBy = answerBy;
        AskedAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who asks.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; private set; }

    /// <summary>The question.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whom it is for, and who can read it.</summary>
    public QuestionAudience Audience { get; private set; }

    /// <summary>The behaviour it is about, or null.</summary>
    public string? BehaviourId { get; private set; }

    /// <summary>The piece of evidence it is about, or null.</summary>
    public Guid? EvidenceId { get; private set; }

    /// <summary>Key of the sprint it is about, or null.</summary>
    public string? SprintId { get; private set; }

    /// <summary>The event, which answers refer to.</summary>
    public Guid AskedEventId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When it should be answered, UTC.</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    /// <summary>When it was first answered, UTC, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether nobody answered in time, so that the facilitators look at it whoever was asked.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>Somebody answers.</summary>
    public Answer TakeAnswer(Guid id, Guid personId, string text, DateTimeOffset now)
    {
        AnsweredAt ??= now;
        return new Answer(id, Id, personId, text, now);
    }
}

/// <summary>What somebody asks.</summary>
/// <param name="Text">1 to 2000 characters.</param>
/// <param name="Audience">Whom.</param>
/// <param name="BehaviourId">The behaviour it is about, or null.</param>
/// <param name="EvidenceId">The piece of evidence it is about, or null.</param>
/// <param name="SprintId">Key of the sprint it is about, or null.</param>
public sealed record Asking(string Text, QuestionAudience Audience, string? BehaviourId, Guid? EvidenceId, string? SprintId);

/// <summary>An answer.</summary>
public sealed class Answer
{
    private Answer()
    {
    }

    internal Answer(Guid id, Guid questionId, Guid personId, string text, DateTimeOffset now)
    {
        Id = id;
        QuestionId = questionId;
        PersonId = personId;
        Text = text;
        AnsweredAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The question.</summary>
    public Guid QuestionId { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The answer; 1 to 2000 characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset AnsweredAt { get; private set; }

    /// <summary>When who asked said that it helped, UTC, or null.</summary>
    public DateTimeOffset? HelpedAt { get; private set; }

    /// <summary>It helped. False when that was said before.</summary>
    public bool Help(DateTimeOffset now)
    {
        if (HelpedAt is not null)
        {
            return false;
        }

        HelpedAt = now;
        return true;
    }
}
