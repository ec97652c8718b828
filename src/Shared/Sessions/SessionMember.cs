using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sessions;

/// <summary>A learner in a group session. What they find hard is read by their breakout group and by whoever facilitates.</summary>
public sealed class SessionMember
{
    /// <summary>The longest words about what is hard, in characters.</summary>
    public const int LongestChallenge = 200;

    private SessionMember()
    {
    }

    internal SessionMember(Guid sessionId, Guid participationId, DateTimeOffset now) =>
        (SessionId, ParticipationId, ArrivedAt) = (sessionId, participationId, now);

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>When they came in, UTC.</summary>
    public DateTimeOffset ArrivedAt { get; private set; }

    /// <summary>Their breakout group, from 1; null before there are groups.</summary>
    public int? GroupNumber { get; private set; }

    /// <summary>Key of the behaviour they find hard, or null.</summary>
    public string? BehaviourId { get; private set; }

    /// <summary>What they find hard, in one line; null where they wrote nothing.</summary>
    public string? Challenge { get; private set; }

    /// <summary>They say what they find hard.</summary>
    /// <param name="behaviourId">Key of the behaviour it is about, or null.</param>
    /// <param name="words">Their words; nothing to see is none.</param>
    public void FindHard(string? behaviourId, string? words) =>
        (BehaviourId, Challenge) = (behaviourId, CleanText.Kept(CleanText.Line(words), LongestChallenge));

    internal void Sit(int number) => GroupNumber = number;
}
