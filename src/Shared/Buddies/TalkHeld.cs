using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.Buddies;

/// <summary>A talk took place: what is noted about it, whoever says so.</summary>
public static class TalkHeld
{
    /// <summary>Settles the meeting and gives what is to be noted: no time that nobody planned, no length that they did not say.</summary>
    /// <param name="buddy">The learner's pair.</param>
    /// <param name="meeting">The talk's meeting, which was not settled before.</param>
    /// <param name="learnerId">The learner.</param>
    /// <param name="minutes">How long it took, as both said, or null.</param>
    /// <param name="now">UTC.</param>
    public static BuddyMeetingHeld Settle(BuddyProgress buddy, Meeting meeting, Guid learnerId, int? minutes, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(buddy);
        ArgumentNullException.ThrowIfNull(meeting);
        meeting.Hold(now);
        var wasPlanned = buddy.Talks.Of(meeting.Sequence).MeetingId == meeting.Id;
        var named = Reference(meeting);
        return new BuddyMeetingHeld(
            wasPlanned ? named : named with { PlannedStartAt = null, PlannedDuration = null },
            [learnerId, buddy.BuddyId!.Value],
            minutes is { } said ? TimeSpan.FromMinutes(said) : null);
    }

    /// <summary>
    /// How long a talk took, in minutes: what the second of the two says, who has the figure of the first before them; null where either
    /// gave none.
    /// </summary>
    /// <param name="talk">The talk, which one of them claimed.</param>
    /// <param name="second">What the second says, or null.</param>
    public static int? Agreed(TalkProgress talk, int? second) => talk?.ClaimedMinutes is null ? null : second;

    /// <summary>A length as it was typed; null where it is none that a talk can have.</summary>
    /// <param name="minutes">In minutes.</param>
    public static int? Length(int? minutes) => minutes is >= 1 and <= Talk.MostMinutes ? minutes : null;

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
