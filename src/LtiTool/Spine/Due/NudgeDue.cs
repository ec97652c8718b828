using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>
/// An exercise is put into the inbox, if it may come now: whether its learner is there, paused, or has had one today is looked at again.
/// </summary>
internal sealed class NudgeDue(JourneyWriter writer, BuddyDbContext db) : LearnerDue(writer)
{
    protected override async ValueTask<JourneyEvent?> DecideAsync(
        LearnerState learner, Guid subject, JourneyChange change, CancellationToken ct)
    {
        var person = learner.Participation.PersonId;
        var said = await db.MessagePreferences.AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == person, ct);
        var pace = said?.Pace(learner.Place.Zone) ?? MessagePace.Default with { Zone = learner.Place.Zone };
        return NudgeSending.Decide(learner.Design, learner.Progress, subject, new(change.Now, learner.Place.IsInCourse, pace)
        {
            IsOpen = learner.Place.Platform.Status == PlatformStatus.Active,
        });
    }
}
