using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Groups;

/// <summary>
/// A group meets. One state machine for every kind of group: planned (and moved), then held, missed or cancelled. What is held is followed
/// by notes, by what was remembered, and by a promise.
/// </summary>
public sealed class Meeting
{
    private Meeting()
    {
    }

    /// <summary>Plans a meeting.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="groupId">Who meets.</param>
    /// <param name="sequence">1 for the first of the group.</param>
    /// <param name="startsAt">UTC.</param>
    /// <param name="duration">How long it should take, above zero.</param>
    public Meeting(Guid id, Guid groupId, int sequence, DateTimeOffset startsAt, TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        Id = id;
        GroupId = groupId;
        Sequence = sequence;
        StartsAt = startsAt;
        Minutes = (int)duration.TotalMinutes;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The group.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>1 for the first of the group.</summary>
    public int Sequence { get; private set; }

    /// <summary>Where it stands.</summary>
    public MeetingState State { get; private set; } = MeetingState.Planned;

    /// <summary>UTC.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>How long it should take, in minutes, above 0.</summary>
    public int Minutes { get; private set; }

    /// <summary>How often it was moved.</summary>
    public int Moves { get; private set; }

    /// <summary>The number of what calendars know of it: it rises when it is moved, and when it is called off (RFC 5546, 2.1.4).</summary>
    public int Changes => Moves + (State == MeetingState.Cancelled ? 1 : 0);

    /// <summary>When it was settled, UTC, or null.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Moves it. False when it was settled.</summary>
    public bool Move(DateTimeOffset startsAt)
    {
        if (State != MeetingState.Planned)
        {
            return false;
        }

        StartsAt = startsAt;
        Moves++;
        return true;
    }

    /// <summary>It took place. False when it was settled.</summary>
    public bool Hold(DateTimeOffset now) => Settle(MeetingState.Held, now);

    /// <summary>Somebody did not come. False when it was settled.</summary>
    public bool Miss(DateTimeOffset now) => Settle(MeetingState.Missed, now);

    /// <summary>It was called off. False when it was settled.</summary>
    public bool Cancel(DateTimeOffset now) => Settle(MeetingState.Cancelled, now);

    /// <summary>The same for the calendar of somebody who is in the group.</summary>
    /// <param name="group">Who meets.</param>
    /// <param name="personId">Whose calendar.</param>
    public Upcoming Ahead(Group group, Guid personId)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new Upcoming(UpcomingKind.Meeting, Id)
        {
            JourneyId = group.JourneyId,
            At = StartsAt,
            Lasts = TimeSpan.FromMinutes(Minutes),
            People = [.. group.Present.Select(member => member.PersonId).Where(id => id != personId)],
            Together = group.Kind.ToString(),
            Changes = Changes,
            IsCancelled = State == MeetingState.Cancelled,
        };
    }

    private bool Settle(MeetingState state, DateTimeOffset now)
    {
        if (State != MeetingState.Planned)
        {
            return false;
        }

        State = state;
        SettledAt = now;
        return true;
    }
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingState
{
    /// <summary>Lies ahead.</summary>
    Planned,

    /// <summary>Took place.</summary>
    Held,

    /// <summary>Somebody did not come.</summary>
    Missed,

    /// <summary>Was called off.</summary>
    Cancelled,
}
