using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>One thing that one person is told. It holds no words: they are looked up when it is shown or sent.</summary>
public sealed class MessageRow
{
    /// <summary>Our own key, made of what happened and who is told: told twice, it is told once.</summary>
    public Guid Id { get; set; }

    /// <summary>One of <see cref="MessageName"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Who is told.</summary>
    public Guid PersonId { get; set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; set; }

    /// <summary>The learner it is about.</summary>
    public Guid ParticipationId { get; set; }

    /// <summary>What it is about: a pair, a piece of evidence, a question.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>Whom it names, or <see cref="Guid.Empty"/>.</summary>
    public Guid FromId { get; set; }

    /// <summary>Key of the behaviour it is about, or null.</summary>
    public string? BehaviourId { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The channels by which it neither went nor was dropped.</summary>
    public MessageChannels Pending { get; set; }

    /// <summary>Whether it stands in the inbox.</summary>
    public bool IsInInbox { get; set; }

    /// <summary>When it was read in the inbox, or what it is about was done, UTC; null while it is new.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The sending it goes out with, alone or with others, as a mail or on devices; null while it does not.</summary>
    public Guid? SendingId { get; set; }

    /// <summary>When that sending was handed to the outbox, UTC, or null. The cap counts these.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why it did not go by what was left, or null.</summary>
    public DropReason? Dropped { get; set; }

    /// <summary>A row for what an event tells somebody.</summary>
    /// <param name="tells">What.</param>
    /// <param name="e">The event.</param>
    /// <param name="personId">Who is told.</param>
    internal static MessageRow Of(Tells.Message tells, RecordedEvent e, Guid personId) => new()
    {
        Id = DerivedId.From(e.Id, $"{tells.Kind} {personId:N}"),
        Kind = tells.Kind,
        PersonId = personId,
        JourneyId = e.JourneyId,
        ParticipationId = e.ParticipationId,
        SubjectId = tells.Subject,
        FromId = tells.From,
        BehaviourId = tells.BehaviourId,
        CreatedAt = e.OccurredAt,
    };
}
