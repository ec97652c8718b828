using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.Buddies;

/// <summary>A talk took place: what is noted about it, whoever says so.</summary>
public static class TalkHeld
{
    /// <summary>Settles the meeting and gives what is to be noted.</summary>
    /// <param name="buddy">The learner's pair.</param>
    /// <param name="meeting">The talk's meeting, which was not settled before.</param>
    /// <param name="learnerId">The learner.</param>
    /// <param name="now">UTC.</param>
    public static BuddyMeetingHeld Settle(BuddyProgress buddy, Meeting meeting, Guid learnerId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(buddy);
        ArgumentNullException.ThrowIfNull(meeting);
        meeting.Hold(now);
        return new BuddyMeetingHeld(Reference(meeting), [learnerId, buddy.BuddyId!.Value], TimeSpan.FromMinutes(meeting.Minutes));
    }

    /// <summary>The meeting of a talk for which no time was taken.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="pairId">The pair.</param>
    /// <param name="talk">The talk.</param>
    /// <param name="now">UTC.</param>
    public static Meeting Unplanned(Guid id, Guid pairId, TalkProgress talk, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return new(id, pairId, talk.Number, talk.ClaimedAt ?? now, Talk.Length);
    }

    /// <summary>A talk's meeting as events name it.</summary>
    public static MeetingRef Reference(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return new(
            meeting.Id, MeetingKind.Buddy, meeting.Sequence, Talk.InAll, meeting.GroupId, meeting.StartsAt,
            TimeSpan.FromMinutes(meeting.Minutes));
    }
}
