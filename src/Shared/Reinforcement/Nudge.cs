using LearningBuddy.Shared.Events;

namespace LearningBuddy.Shared.Reinforcement;

/// <summary>A micro-exercise that a learner is asked to do on a certain day.</summary>
public sealed class Nudge
{
    private Nudge()
    {
    }

    /// <summary>Plans a nudge.</summary>
    public Nudge(Guid id, Guid participationId, string exerciseId, string text, string behaviourId, int step, int of, DateTimeOffset dueAt)
    {
        Id = id;
        ParticipationId = participationId;
        ExerciseId = exerciseId;
        Text = text;
        BehaviourId = behaviourId;
        Step = step;
        Of = of;
        DueAt = dueAt;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>The exercise's key in the definition.</summary>
    public string ExerciseId { get; private set; } = "";

    /// <summary>What to do, as one sentence.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What it trains.</summary>
    public string BehaviourId { get; private set; } = "";

    /// <summary>1 for the first of the plan.</summary>
    public int Step { get; private set; }

    /// <summary>How many the plan has.</summary>
    public int Of { get; private set; }

    /// <summary>From when on it may be shown, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it appeared in the inbox, UTC, or null.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was first opened, UTC, or null.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it was acted on or waved away, UTC, or null.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What events tell about it: where it stands in its plan, never its words.</summary>
    public NudgeFacts Facts => new(Id, "Exercise " + Step, NudgeChannel.Inbox, Step, Of);

    /// <summary>Puts it into the inbox; false when it is there already.</summary>
    public bool Send(DateTimeOffset now) => Mark(SentAt is null && SettledAt is null, () => SentAt = now);

    /// <summary>Notes the first opening; false for later ones.</summary>
    public bool Open(DateTimeOffset now) => Mark(OpenedAt is null, () => OpenedAt = now);

    /// <summary>Ends it: done, or waved away; false when it had ended.</summary>
    public bool Settle(DateTimeOffset now) => Mark(SettledAt is null, () => SettledAt = now);

    /// <summary>Brings it up again later; false when it has ended.</summary>
    public bool Snooze(DateTimeOffset until) => Mark(SettledAt is null, () =>
    {
        DueAt = until;
        SentAt = null;
    });

    private static bool Mark(bool allowed, Action change)
    {
        if (allowed)
        {
            change();
        }

        return allowed;
    }
}
