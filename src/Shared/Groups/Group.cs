namespace LearningBuddy.Shared.Groups;

/// <summary>People who do something together: a buddy pair, a practice pair or trio, a circle, a coaching.</summary>
public sealed class Group
{
    private readonly List<Membership> members = [];

    private Group()
    {
    }

    /// <summary>Begins a group; nobody is in it yet.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="kind">What they do together.</param>
    /// <param name="journeyId">Where.</param>
    /// <param name="ownerId">The participation it exists for, or null where it is everybody's.</param>
    /// <param name="now">UTC.</param>
    public Group(Guid id, GroupKind kind, Guid journeyId, Guid? ownerId, DateTimeOffset now)
    {
        Id = id;
        Kind = kind;
        JourneyId = journeyId;
        OwnerId = ownerId;
        CreatedAt = now;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>What they do together.</summary>
    public GroupKind Kind { get; private set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; private set; }

    /// <summary>The participation it exists for, or null where it is everybody's.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Where it stands.</summary>
    public GroupState State { get; private set; } = GroupState.Forming;

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it ended, UTC, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who is or was in it.</summary>
    public IReadOnlyList<Membership> Members => members;

    /// <summary>Who is in it now.</summary>
    public IEnumerable<Membership> Present => members.Where(member => member.State == MembershipState.Active);

    /// <summary>Somebody joins. False when they are in it, when it has ended, or when there is no room.</summary>
    public bool Join(Guid personId, GroupPart part, DateTimeOffset now)
    {
        var policy = GroupPolicy.Of(Kind);
        if (State == GroupState.Ended || Present.Any(member => member.PersonId == personId) || Present.Count() >= policy.Most)
        {
            return false;
        }

        members.Add(new Membership(Id, personId, part, now));
        if (Present.Count() >= policy.Least)
        {
            State = GroupState.Active;
        }

        return true;
    }

    /// <summary>It is over for everybody; nothing done is lost. False when it had ended.</summary>
    public bool End(DateTimeOffset now)
    {
        if (State == GroupState.Ended)
        {
            return false;
        }

        State = GroupState.Ended;
        EndedAt = now;
        foreach (var member in Present.ToList())
        {
            member.Leave(now);
        }

        return true;
    }
}

/// <summary>Somebody in a group.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    internal Membership(Guid groupId, Guid personId, GroupPart part, DateTimeOffset now)
    {
        GroupId = groupId;
        PersonId = personId;
        Part = part;
        Since = now;
    }

    /// <summary>The group.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>As what.</summary>
    public GroupPart Part { get; private set; }

    /// <summary>Whether they are in it now.</summary>
    public MembershipState State { get; private set; } = MembershipState.Active;

    /// <summary>When they joined, UTC.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>When they left, UTC, or null.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    internal void Leave(DateTimeOffset now)
    {
        State = MembershipState.Left;
        LeftAt = now;
    }
}

/// <summary>What people do together.</summary>
public enum GroupKind
{
    /// <summary>A learner and a learning buddy.</summary>
    BuddyPair,

    /// <summary>Two or three practice partners.</summary>
    Partners,

    /// <summary>A peer circle.</summary>
    Circle,

    /// <summary>A learner and a coach.</summary>
    Coaching,
}

/// <summary>As what somebody is in a group.</summary>
public enum GroupPart
{
    /// <summary>Learns.</summary>
    Learner,

    /// <summary>Listens, asks and says what they saw.</summary>
    Buddy,

    /// <summary>One among equals.</summary>
    Peer,

    /// <summary>Coaches.</summary>
    Coach,
}

/// <summary>Whether somebody is in a group.</summary>
public enum MembershipState
{
    /// <summary>Is in it.</summary>
    Active,

    /// <summary>Was in it.</summary>
    Left,
}

/// <summary>Where a group stands.</summary>
public enum GroupState
{
    /// <summary>Not everybody is there yet.</summary>
    Forming,

    /// <summary>At it.</summary>
    Active,

    /// <summary>Over.</summary>
    Ended,
}
