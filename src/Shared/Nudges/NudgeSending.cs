using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Nudges;

/// <summary>Decides what becomes of a nudge whose time has come: every condition is looked at again. Pure.</summary>
public static class NudgeSending
{
    /// <summary>What is to be noted; null when there is nothing to do now.</summary>
    /// <param name="design">The journey's design.</param>
    /// <param name="progress">The learner's history.</param>
    /// <param name="nudgeId">Which.</param>
    /// <param name="moment">What is true around it.</param>
    public static JourneyEvent? Decide(JourneyDesign design, Progress progress, Guid nudgeId, NudgeMoment moment)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(moment);
        var nudges = progress.Of<NudgesProgress>();
        if (nudges.Find(nudgeId) is not { State: NudgeState.Planned } planned)
        {
            return null;
        }

        if (design.Find<NudgesSection>() is null)
        {
            return new NudgeCalledOff(planned.Nudge);
        }

        // Looked at too early, it is looked at again.
        if (planned.DueAt > moment.Now)
        {
            return new NudgeMoved(planned.Nudge, planned.DueAt);
        }

        if (WhyNot(progress, planned, moment) is { } reason)
        {
            return new NudgeWithheld(planned.Nudge) { Reason = reason };
        }

        return FirstFree(nudges, planned, moment) is var later && later > moment.Now
            ? new NudgeMoved(planned.Nudge, later)
            : Send(design, progress, planned);
    }

    private static WithheldReason? WhyNot(Progress progress, NudgeProgress planned, NudgeMoment moment) =>
        !moment.IsInCourse || progress.Of<JourneyProgress>().HasWithdrawn ? WithheldReason.LeftCourse
        : !moment.IsOpen ? WithheldReason.Closed
        : progress.Of<NudgesProgress>().Plans.Any(plan => plan.Id == planned.LadderId && plan.IsHeldOut) ? WithheldReason.HeldOut
        : null;

    /// <summary>The first moment at which it may come. What a learner wants all at once comes all at once.</summary>
    private static DateTimeOffset FirstFree(NudgesProgress nudges, NudgeProgress planned, NudgeMoment moment) =>
        moment.Pace.NextFree(moment.Now, nudges.Pace == NudgePace.AllInOne ? [] : [.. Came(nudges, planned, moment)]);

    /// <summary>
    /// When exercises came. One that should come before this one, and hasn't, comes first; what was put off until later today comes back
    /// today.
    /// </summary>
    private static IEnumerable<DateTimeOffset> Came(NudgesProgress nudges, NudgeProgress planned, NudgeMoment moment)
    {
        var today = DayOf(moment.Now, moment);
        var came = nudges.Comings.Where(coming => coming.Nudge.Id != planned.Nudge.Id || DayOf(coming.At, moment) != today)
            .Select(coming => coming.At);
        var isBehind = nudges.Planned.Any(other => other.LadderId == planned.LadderId && other.Day < planned.Day
            && other is { IsMoved: false, IsSnoozed: false } && planned is { IsMoved: false, IsSnoozed: false }
            && other.DueAt <= moment.Now);
        return isBehind ? came.Append(moment.Now) : came;
    }

    private static DateOnly DayOf(DateTimeOffset at, NudgeMoment moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, moment.Pace.Zone).DateTime);

    private static JourneyEvent Send(JourneyDesign design, Progress progress, NudgeProgress planned)
    {
        // What was put off comes back as it was.
        var choice = new ExerciseChoice(design, progress);
        if (planned.IsSnoozed && choice.Has(planned.Nudge.ExerciseId))
        {
            return new NudgeSent(planned.Nudge);
        }

        return choice.Next() is var (exercise, wording)
            ? new NudgeSent(planned.Nudge with { ExerciseId = exercise.Id, BehaviourId = exercise.BehaviourId, Wording = wording })
            : new NudgeWithheld(planned.Nudge) { Reason = WithheldReason.NothingLeft };
    }
}

/// <summary>What is true when a nudge's time has come.</summary>
/// <param name="Now">UTC.</param>
/// <param name="IsInCourse">Whether the learner is in the course.</param>
/// <param name="Pace">When the learner wants to be reached.</param>
public sealed record NudgeMoment(DateTimeOffset Now, bool IsInCourse, MessagePace Pace)
{
    /// <summary>Whether the platform is switched on.</summary>
    public bool IsOpen { get; init; } = true;
}
