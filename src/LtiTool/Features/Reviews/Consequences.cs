using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Reinforcement;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>What follows from a confirmation: certification, the end of the journey, the next nudge.</summary>
internal sealed class Consequences(BuddyDbContext db, History history, CurrentSession me)
{
    /// <summary>Notes what follows, in the same change.</summary>
    public async Task OfConfirmationAsync(Participation participation, RecordedEvent confirmation, JourneyChange change, CancellationToken ct)
    {
        var before = await history.OfAsync(participation.Id, ct);
        var all = before.Append(confirmation).ToList();
        var confirmed = (JourneyEvent.EvidenceConfirmed)confirmation.What;
        Certify(participation, confirmation, confirmed, all, change);
        await PlanNudgeAsync(participation, confirmed, change, ct);
    }

    private void Certify(
        Participation participation, RecordedEvent confirmation, JourneyEvent.EvidenceConfirmed confirmed, List<RecordedEvent> all, JourneyChange change)
    {
        var progress = LearnerProgress.From(all);
        var newly = confirmed.Evidence.Behaviours
            .Where(behaviour => !progress.CertifiedBehaviours.Contains(behaviour.Id) && progress.Of(behaviour.Id).Meets(me.Definition!.Certification))
            .ToList();
        foreach (var behaviour in newly)
        {
            change.Happened(participation, participation.PersonId, new JourneyEvent.Certified(
                behaviour, confirmed.Evidence.Id, confirmed.Evidence.Title, confirmed.Points, confirmation.Id, Supporting(all, behaviour.Id), me.PersonId, ValidUntil: null));
        }

        var certified = progress.CertifiedBehaviours.Count + newly.Count;
        if (newly.Count > 0 && certified == me.Definition!.Behaviours.Count)
        {
            change.Happened(participation, participation.PersonId, new JourneyEvent.JourneyCompleted(Success: true, change.Now - participation.StartedAt));
        }
    }

    /// <summary>Submissions and confirmations a certification rests on, oldest first.</summary>
    private static List<Guid> Supporting(IEnumerable<RecordedEvent> all, string behaviourId) =>
    [
        .. all.SelectMany(recorded => recorded.What is JourneyEvent.EvidenceConfirmed confirmed && confirmed.Evidence.Behaviours.Any(b => b.Id == behaviourId)
            ? new[] { confirmed.SubmissionEventId, recorded.Id }
            : []),
    ];

    private async Task PlanNudgeAsync(Participation participation, JourneyEvent.EvidenceConfirmed confirmed, JourneyChange change, CancellationToken ct)
    {
        var learner = await db.People.AsNoTracking().SingleAsync(person => person.Id == participation.PersonId, ct);
        var planned = await db.Nudges.CountAsync(nudge => nudge.ParticipationId == participation.Id, ct);
        var behaviours = confirmed.Evidence.Behaviours.Select(behaviour => behaviour.Id).ToList();
        if (ReinforcementPlan.After(me.Definition!, behaviours, planned, change.Now, Zone(learner)) is not { } plan)
        {
            return;
        }

        var nudge = new Nudge(
            change.NewId(), participation.Id, plan.Exercise.Id, plan.Exercise.Text, plan.Exercise.BehaviourId, plan.Step, plan.Of, plan.DueAt);
        db.Nudges.Add(nudge);
        change.Happened(participation, Guid.Empty, new JourneyEvent.NudgeScheduled(nudge.Facts));
    }

    private TimeZoneInfo Zone(Person learner) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(learner.TimeZone ?? me.Definition!.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
