using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Nudges;

/// <summary>Decides which exercise comes when: one plan at a time, a step further up with each nudge that went out.</summary>
public static class NudgeLadder
{
    /// <summary>One step of a plan.</summary>
    /// <param name="happening">What calls for it.</param>
    /// <param name="ladderId">What began the plan.</param>
    /// <param name="from">From when its days are counted, UTC.</param>
    /// <param name="step">Which, from 1.</param>
    /// <returns>The nudge to plan; null when the journey has no exercise, the plan has no such step, or it is planned already.</returns>
    public static NudgeScheduled? Step(in Happening happening, Guid ladderId, DateTimeOffset from, int step)
    {
        var id = DerivedId.From(ladderId, $"nudge {step}");
        var nudges = happening.After.Of<NudgesProgress>();
        if (happening.Design.Find<NudgesSection>() is not { Exercises.Count: > 0 } section
            || step > section.Days.Count || nudges.Find(id) is not null)
        {
            return null;
        }

        var exercise = Choose(section, happening.After);
        var due = QuietHours.NextByDefault(from.AddDays(section.Days[step - 1]), happening.Zone);
        var nudge = new NudgeRef(id, exercise.Id, exercise.BehaviourId, NudgeChannel.Inbox, step, section.Days.Count);
        return new NudgeScheduled(nudge, due, ladderId, from);
    }

    /// <summary>
    /// What is to be noted when a nudge's time has come: every condition is looked at again. Null when there is nothing to do now.
    /// </summary>
    /// <param name="progress">The learner's history.</param>
    /// <param name="nudgeId">Which.</param>
    /// <param name="isInCourse">Whether the learner is in the course at this moment.</param>
    /// <param name="now">UTC.</param>
    public static JourneyEvent? WhenDue(Progress progress, Guid nudgeId, bool isInCourse, DateTimeOffset now)
    {
        if (progress.Of<NudgesProgress>().Find(nudgeId) is not { State: NudgeState.Planned } planned || planned.DueAt > now)
        {
            return null;
        }

        return isInCourse ? new NudgeSent(planned.Nudge) : new NudgeWithheld(planned.Nudge);
    }

    /// <summary>
    /// The exercise that was used least, of those for what the learner has shown, else of all. Never the same twice running, where there is
    /// another; and what was done comes back only when nothing else is left.
    /// </summary>
    private static Exercise Choose(NudgesSection section, Progress progress)
    {
        var used = progress.Of<NudgesProgress>().All;
        var pieces = progress.Of<EvidenceProgress>().Pieces;
        var last = used.IsEmpty ? null : used[^1].Nudge.ExerciseId;
        var others = section.Exercises.Where(exercise => exercise.Id != last).DefaultIfEmpty(section.Exercises[0]);
        return others
            .OrderBy(exercise => used.Any(nudge => nudge.IsDone && nudge.Nudge.ExerciseId == exercise.Id))
            .ThenByDescending(exercise => pieces.Any(piece => piece.Shows(exercise.BehaviourId)))
            .ThenBy(exercise => used.Count(nudge => nudge.Nudge.ExerciseId == exercise.Id))
            .First();
    }
}
