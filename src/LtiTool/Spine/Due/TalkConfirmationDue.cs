using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>One of a pair said that they talked, and the other did not say otherwise: it counts.</summary>
internal sealed class TalkConfirmationDue(JourneyWriter writer, BuddyDbContext db) : LearnerDue(writer)
{
    protected override async ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct)
    {
        if (learner.Design.Find<BuddiesSection>() is null
            || TalkConsequences.WhenDue(learner.Progress, subject, change.Now) is not { } talk)
        {
            return null;
        }

        var buddy = learner.Progress.Of<BuddyProgress>();
        var meeting = talk.MeetingId is { } id ? await db.Meetings.SingleOrDefaultAsync(one => one.Id == id, ct) : null;
        if (meeting is not null && meeting.StartsAt > change.Now && meeting.Cancel(change.Now))
        {
            change.Happened(learner.Participation.Id, new MeetingCancelled(TalkHeld.Reference(meeting)));
            meeting = null;
        }

        return TalkHeld.Settle(
            buddy,
            meeting ?? db.Meetings.Add(TalkHeld.Unplanned(change.NewId(), buddy.PairId, talk, change.Now)).Entity,
            learner.Participation.PersonId,
            minutes: null,
            change.Now);
    }
}
