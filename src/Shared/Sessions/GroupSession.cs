using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sessions;

/// <summary>
/// A group session of a journey: people come in, are put into breakout groups, talk, and go. One is open at a time. What was proposed
/// only facilitators see until it is published.
/// </summary>
public sealed class GroupSession
{
    /// <summary>How long it stays open after its minutes, for those who are still writing.</summary>
    public static readonly TimeSpan StaysOpen = TimeSpan.FromMinutes(30);

    private readonly List<SessionMember> members = [];
    private readonly List<SessionGroup> groups = [];

    private GroupSession()
    {
    }

    /// <summary>Opens one.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="journeyId">The journey.</param>
    /// <param name="grouping">What brings people together.</param>
    /// <param name="minutes">How long the groups talk.</param>
    /// <param name="now">UTC.</param>
    public GroupSession(Guid id, Guid journeyId, Grouping grouping, int minutes, DateTimeOffset now)
    {
        Id = id;
        JourneyId = journeyId;
        Grouping = grouping;
        Minutes = minutes;
        OpenedAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; private set; }

    /// <summary>What brings people together.</summary>
    public Grouping Grouping { get; private set; }

    /// <summary>How long the groups talk.</summary>
    public int Minutes { get; private set; }

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When everybody saw the groups and the time began, UTC, or null.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When it ended, UTC, or null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Grows with each change.</summary>
    public int Revision { get; private set; }

    /// <summary>Who is there.</summary>
    public IReadOnlyList<SessionMember> Members => members;

    /// <summary>The breakout groups, whether published or only proposed.</summary>
    public IReadOnlyList<SessionGroup> Groups => groups;

    /// <summary>Where it stands.</summary>
    public SessionStage Stage => this switch
    {
        { EndedAt: not null } => SessionStage.Ended,
        { PublishedAt: not null } => SessionStage.Published,
        { Groups.Count: > 0 } => SessionStage.Proposed,
        _ => SessionStage.Gathering,
    };

    /// <summary>When the time of the groups is over, UTC; null before they are published.</summary>
    public DateTimeOffset? TimeIsOverAt => PublishedAt?.AddMinutes(Minutes);

    /// <summary>When it ends by itself, UTC.</summary>
    public DateTimeOffset EndsAt => (TimeIsOverAt ?? OpenedAt.AddMinutes(Minutes)) + StaysOpen;

    /// <summary>What changes of a journey's group sessions wait for each other on.</summary>
    public static Guid KeyOf(Guid journeyId) => DerivedId.From(journeyId, "group session");

    /// <summary>The key of a breakout group.</summary>
    /// <param name="number">From 1.</param>
    public Guid BreakoutId(int number) => DerivedId.From(Id, $"breakout {number}");

    /// <summary>Somebody in it, or null.</summary>
    public SessionMember? Find(Guid participationId) => members.Find(member => member.ParticipationId == participationId);

    /// <summary>Somebody comes in, or comes in again and says what they find hard. Null once it has ended.</summary>
    public SessionMember? Arrive(Guid participationId, DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return null;
        }

        if (Find(participationId) is not { } member)
        {
            members.Add(member = new SessionMember(Id, participationId, now));
        }

        Revision++;
        return member;
    }

    /// <summary>Somebody is taken out. False when they are not in it, or it has ended.</summary>
    public bool TakeOut(Guid participationId)
    {
        if (EndedAt is not null || Find(participationId) is not { } member)
        {
            return false;
        }

        members.Remove(member);
        DropEmptyGroups();
        Revision++;
        return true;
    }

    /// <summary>Groups are proposed, in the place of those before. False once they are published.</summary>
    public bool Propose(IReadOnlyList<Breakout> proposed)
    {
        if (PublishedAt is not null || EndedAt is not null)
        {
            return false;
        }

        groups.RemoveAll(group => group.Number > proposed.Count);
        foreach (var (index, breakout) in proposed.Index())
        {
            Named(index + 1).TopicId = breakout.TopicId;
            foreach (var member in breakout.Members.Select(Find).OfType<SessionMember>())
            {
                member.Sit(index + 1);
            }
        }

        Revision++;
        return true;
    }

    /// <summary>Somebody sits in another group; one past the last is a new one. False when there is no such group or person.</summary>
    public bool Move(Guid participationId, int number)
    {
        if (EndedAt is not null || groups.Count == 0 || number < 1 || number > groups.Max(group => group.Number) + 1
            || Find(participationId) is not { } member || member.GroupNumber == number)
        {
            return false;
        }

        Named(number);
        member.Sit(number);
        Revision++;
        return true;
    }

    /// <summary>Everybody sees the groups, and the time begins. False when it did before, or there are none.</summary>
    public bool Publish(DateTimeOffset now)
    {
        if (PublishedAt is not null || EndedAt is not null || groups.Count == 0)
        {
            return false;
        }

        DropEmptyGroups();
        PublishedAt = now;
        Revision++;
        return true;
    }

    /// <summary>Groups that nobody sits in any more are gone.</summary>
    public void DropEmptyGroups() =>
        groups.RemoveAll(group => !members.Exists(member => member.GroupNumber == group.Number));

    /// <summary>It is over. False when it was before.</summary>
    public bool End(DateTimeOffset now)
    {
        if (EndedAt is not null)
        {
            return false;
        }

        EndedAt = now;
        Revision++;
        return true;
    }

    /// <summary>Something that its page shows has changed beside it.</summary>
    public void Touch() => Revision++;

    private SessionGroup Named(int number)
    {
        if (groups.Find(group => group.Number == number) is not { } group)
        {
            groups.Add(group = new SessionGroup(Id, number));
        }

        return group;
    }
}

/// <summary>Where a group session stands.</summary>
public enum SessionStage
{
    /// <summary>People come in.</summary>
    Gathering,

    /// <summary>Groups are proposed to whoever facilitates.</summary>
    Proposed,

    /// <summary>Groups talk.</summary>
    Published,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>A breakout group of a session.</summary>
public sealed class SessionGroup
{
    private SessionGroup()
    {
    }

    internal SessionGroup(Guid sessionId, int number) => (SessionId, Number) = (sessionId, number);

    /// <summary>The session.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Key of the sprint or behaviour it is about, or null.</summary>
    public string? TopicId { get; internal set; }
}
