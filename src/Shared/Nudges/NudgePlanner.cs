using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Nudges;

/// <summary>Makes what is planned for a learner agree with the design and with the pace the learner chose. Pure.</summary>
public static class NudgePlanner
{
    private const int DaysOfAWeek = 7;

    /// <summary>
    /// What is to be noted so that exactly that comes which the plan has: asked again when nothing changed, nothing. What came stays; what
    /// the learner moved or put off stays where it is; what should have come before now doesn't come any more.
    /// </summary>
    /// <param name="design">The journey's design.</param>
    /// <param name="progress">The learner's history.</param>
    /// <param name="zone">The learner's time zone.</param>
    /// <param name="now">UTC.</param>
    public static IEnumerable<JourneyEvent> Arrange(JourneyDesign design, Progress progress, TimeZoneInfo zone, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(progress);
        var nudges = progress.Of<NudgesProgress>();
        return nudges.Plan is { } plan ? Arrange(plan, design, progress, nudges, zone, now) : [];
    }

    /// <summary>When the nudge of a day is due: outside usual quiet hours.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="day">Its day.</param>
    /// <param name="section">The plan as the design has it.</param>
    /// <param name="pace">How many the learner wants.</param>
    /// <param name="zone">The learner's time zone.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset TimeOf(NudgePlan plan, int day, NudgesSection section, NudgePace pace, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(section);
        var comes = pace == NudgePace.AllInOne ? section.Days.Where(other => WeekOf(other) == WeekOf(day)).Max() : day;
        return QuietHours.NextByDefault(plan.From.AddDays(comes), zone);
    }

    /// <summary>The days of a plan on which something comes at this pace.</summary>
    public static IEnumerable<int> DaysOf(NudgesSection section, NudgePace pace)
    {
        ArgumentNullException.ThrowIfNull(section);
        return pace == NudgePace.Small ? section.Days.Where((_, place) => place % 2 == 0) : section.Days;
    }

    /// <summary>The id of the nudge of a plan's day.</summary>
    public static Guid IdOf(NudgePlan plan, int day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return DerivedId.From(plan.Id, $"nudge day {day}");
    }

    private static IEnumerable<JourneyEvent> Arrange(
        NudgePlan plan, JourneyDesign design, Progress progress, NudgesProgress nudges, TimeZoneInfo zone, DateTimeOffset now)
    {
        var section = design.Find<NudgesSection>();
        IReadOnlyList<int> days =
            section is { Exercises.Count: > 0 } && !plan.IsHeldOut ? [.. DaysOf(section, nudges.Pace)] : [];
        var wanted = days.Select(day => IdOf(plan, day)).ToHashSet();
        foreach (var superfluous in nudges.Planned.Where(nudge => !wanted.Contains(nudge.Nudge.Id) && !nudge.IsSnoozed))
        {
            yield return new NudgeCalledOff(superfluous.Nudge);
        }

        var choice = new ExerciseChoice(design, progress);
        foreach (var (place, day) in days.Index())
        {
            var (id, at) = (IdOf(plan, day), TimeOf(plan, day, section!, nudges.Pace, zone));
            switch (nudges.Find(id))
            {
                case null or { State: NudgeState.CalledOff } when at > now && choice.Next() is var (exercise, wording):
                    var nudge = new NudgeRef(id, exercise.Id, exercise.BehaviourId, NudgeChannel.Inbox, place + 1, days.Count)
                    {
                        Wording = wording,
                    };
                    yield return new NudgeScheduled(nudge, at, plan.Id, plan.From) { Day = day };
                    break;
                case { State: NudgeState.Planned, IsMoved: false, IsSnoozed: false } planned when at > now && planned.DueAt != at:
                    yield return new NudgeMoved(planned.Nudge, at);
                    break;
                default:
                    break;
            }
        }
    }

    private static int WeekOf(int day) => (day - 1) / DaysOfAWeek;
}
