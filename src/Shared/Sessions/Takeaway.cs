using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sessions;

/// <summary>
/// What a learner takes away from a group session, as an if-then plan. Read by them alone, and where they share it by their breakout
/// group and whoever facilitates.
/// </summary>
public sealed class Takeaway
{
    private Takeaway()
    {
    }

    /// <summary>Begins one; nothing is written yet.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="participationId">The learner's participation.</param>
    public Takeaway(Guid sessionId, Guid participationId) =>
        (Id, SessionId, ParticipationId) = (IdOf(sessionId, participationId), sessionId, participationId);

    /// <summary>Our own key, made of the session and the learner.</summary>
    public Guid Id { get; private set; }

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>The moment, or null.</summary>
    public string? When { get; private set; }

    /// <summary>What they will do then, or null.</summary>
    public string? Will { get; private set; }

    /// <summary>Whether the breakout group may read it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>When it was written last, UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The plan.</summary>
    public IfThenPlan Plan => new(When, Will);

    /// <summary>The key of what a learner takes away from a session.</summary>
    public static Guid IdOf(Guid sessionId, Guid participationId) => DerivedId.From(sessionId, participationId.ToString("N"));

    /// <summary>Writes it: what is there is kept. False while a half is missing.</summary>
    public bool Write(string? moment, string? act, bool isShared, DateTimeOffset now)
    {
        var plan = IfThenPlan.Of(moment, act);
        (When, Will) = plan;
        (IsShared, WrittenAt) = (isShared, now);
        return plan.IsWhole;
    }
}
