using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sessions;

/// <summary>Where a learner stands with group sessions.</summary>
/// <param name="OpenId">The session that is open to them, or null.</param>
/// <param name="Attended">Sessions they were in a group of, the first first.</param>
/// <param name="Takeaways">What they took away, in the order in which it was written.</param>
public sealed record SessionsProgress(Guid? OpenId, ImmutableArray<Guid> Attended, ImmutableArray<SessionTakeaway> Takeaways)
    : IThemeProgress
{
    /// <summary>There was none yet.</summary>
    public static SessionsProgress None { get; } = new(null, [], []);

    /// <summary>The newest plan that nobody has looked at again, or null.</summary>
    public SessionTakeaway? OpenTakeaway => Takeaways.LastOrDefault() is { Done: null } open ? open : null;

    /// <summary>A plan, or null while it isn't made.</summary>
    public SessionTakeaway? Find(Guid takeawayId) => Takeaways.FirstOrDefault(one => one.Id == takeawayId);

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        GroupSessionOpened opened => this with { OpenId = opened.SessionId },
        GroupSessionAttended attended => Closed(attended.SessionId) with { Attended = Attended.Add(attended.SessionId) },
        GroupSessionEnded ended => Closed(ended.SessionId),
        TakeawayMade made => this with { Takeaways = Takeaways.Add(new(made.TakeawayId, made.SessionId, e.Id)) },
        TakeawayAnswered answered => this with
        {
            Takeaways = [.. Takeaways.Select(one => one.Id == answered.TakeawayId ? one with { Done = answered.Done } : one)],
        },
        _ => this,
    };

    private SessionsProgress Closed(Guid sessionId) => OpenId == sessionId ? this with { OpenId = null } : this;
}

/// <summary>What a learner took away from a session. Its words are kept apart.</summary>
/// <param name="Id">The plan.</param>
/// <param name="SessionId">From which session.</param>
/// <param name="EventId">The event of it.</param>
public sealed record SessionTakeaway(Guid Id, Guid SessionId, Guid EventId)
{
    /// <summary>Whether it was done when they looked at it again; null while they have not.</summary>
    public bool? Done { get; init; }
}
