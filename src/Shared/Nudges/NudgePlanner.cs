using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Nudges;

/// <summary>Makes what is planned for a learner agree with the design, the pace they chose, and what they want once more. Pure.</summary>
public static class NudgePlanner
{
    private const int DaysOfAWeek = 7;

    /// <summary>
    /// What is to be noted so that exactly that comes which the plan has: asked again when nothing changed, nothing. What came stays; what
    /// the learner moved or put off, or what had to wait, stays where it is; what should have come before now doesn't come any more. Where
    /// the design has no exercises, nothing comes.
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
        if (design.Find<NudgesSection>() is not { Exercises.Count: > 0 } section)
        {
            return nudges.Planned.Select(nudge => new NudgeCalledOff(nudge.Nudge));
        }

        var plan = nudges.Holding(section);
        return plan is { IsHeldOut: false }
            ? new Arrangement(plan, section, nudges, new ExerciseChoice(design, progress), zone, now).Events()
            : nudges.Planned.Where(nudge => !nudge.IsFixed && nudge.DueAt > now).Select(nudge => new NudgeCalledOff(nudge.Nudge));
    }

    /// <summary>
    /// The days of a plan on which something comes, and when: outside usual quiet hours, and one a day unless the learner wants them at
    /// once, so that each comes on the day on which the calendar shows it.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="section">The plan as the design has it.</param>
    /// <param name="pace">How many the learner wants.</param>
    /// <param name="zone">The learner's time zone.</param>
    /// <returns>Days with moments, UTC, in the order of days.</returns>
    public static IReadOnlyList<(int Day, DateTimeOffset At)> TimesOf(
        NudgePlan plan, NudgesSection section, NudgePace pace, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(section);
        var (usual, times) = (MessagePace.Default with { Zone = zone }, new List<(int Day, DateTimeOffset At)>());
        foreach (var (place, day) in section.Days.Index())
        {
            if (pace == NudgePace.AllInOne)
            {
                var last = section.Days.Where(other => WeekOf(other) == WeekOf(day)).Max();
                times.Add((day, usual.NextFree(plan.From.AddDays(last), [])));
            }
            else if (pace == NudgePace.Normal || place % 2 == 0)
            {
                times.Add((day, usual.NextFree(plan.From.AddDays(day), times.ConvertAll(time => time.At))));
            }
        }

        return times;
    }

    /// <summary>The id of the nudge of a plan's day.</summary>
    public static Guid IdOf(NudgePlan plan, int day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return DerivedId.From(plan.Id, $"nudge day {day}");
    }

    private static int WeekOf(int day) => (day - 1) / DaysOfAWeek;
}
