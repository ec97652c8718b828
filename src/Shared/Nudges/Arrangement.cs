using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Nudges;

/// <summary>One look at a plan: what is superfluous, missing or at another time, and which days it has to grow by.</summary>
internal sealed class Arrangement(
    NudgePlan plan, NudgesSection section, NudgesProgress nudges, ExerciseChoice choice, TimeZoneInfo zone, DateTimeOffset now)
{
    /// <summary>What is wanted once more after the last day has so many days between.</summary>
    private const int DaysBetweenExtras = 3;

    private readonly IReadOnlyList<(int Day, DateTimeOffset At)> times = NudgePlanner.TimesOf(plan, section, nudges.Pace, zone);

    /// <summary>What is to be noted; nothing where all is as it should be.</summary>
    public List<JourneyEvent> Events()
    {
        // What is chosen below counts as if it came; what is wanted once more is asked of what came.
        var needed = choice.DaysToComeAgain;
        var superfluous = Superfluous();
        List<JourneyEvent> events =
        [
            .. superfluous.Select(nudge => new NudgeCalledOff(nudge.Nudge)),
            .. Ladder(),
        ];
        var left = nudges.Planned.Except(superfluous).Count(nudge => nudge.LadderId == plan.Id && !nudge.IsSnoozed && IsSoon(nudge.Day))
            + events.OfType<NudgeScheduled>().Count(scheduled => IsSoon(scheduled.Day));
        return [.. events, .. Extras(needed - left, [.. events.OfType<NudgeScheduled>()])];
    }

    /// <summary>What is planned and has no place any more.</summary>
    private List<NudgeProgress> Superfluous()
    {
        var wanted = times.Where(time => time.At > now).Select(time => NudgePlanner.IdOf(plan, time.Day)).ToHashSet();
        return
        [
            .. nudges.Planned.Except(Old()).Where(nudge => !wanted.Contains(nudge.Nudge.Id) && !nudge.IsFixed && nudge.DueAt > now
                && !(nudge.IsExtra && nudge.LadderId == plan.Id)),
        ];
    }

    /// <summary>The days that the design says.</summary>
    private IEnumerable<JourneyEvent> Ladder()
    {
        var old = Old();
        foreach (var (place, (day, at)) in times.Index().Where(time => time.Item.At > now))
        {
            switch (nudges.Find(NudgePlanner.IdOf(plan, day)))
            {
                case null or { State: NudgeState.CalledOff }
                    when old.TrueForAll(nudge => nudge.DueAt < at) && Schedule(day, at, place + 1, times.Count) is { } scheduled:
                    yield return scheduled;
                    break;
                case { State: NudgeState.Planned, IsFixed: false } planned when planned.DueAt != at:
                    yield return new NudgeMoved(planned.Nudge, at);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Days after the last one, each between what is planned before and after it.</summary>
    private IEnumerable<JourneyEvent> Extras(int count, IReadOnlyCollection<NudgeScheduled> scheduled)
    {
        var usual = MessagePace.Default with { Zone = zone };
        var step = nudges.All.Where(nudge => nudge.LadderId == plan.Id).Select(nudge => nudge.Nudge.Step)
            .Concat(scheduled.Select(other => other.Nudge.Step)).DefaultIfEmpty(0).Max();
        List<DateTimeOffset> taken = [.. nudges.Planned.Select(nudge => nudge.DueAt), .. nudges.Comings.Select(coming => coming.At)];

        // What was moved or put off keeps no order.
        List<(int Day, DateTimeOffset At)> ahead =
        [
            .. nudges.Planned.Where(nudge => nudge.LadderId == plan.Id && !nudge.IsFixed).Select(nudge => (nudge.Day, nudge.DueAt)),
            .. scheduled.Select(other => (other.Day, other.At)),
        ];
        taken.AddRange(scheduled.Select(other => other.At));
        var day = Math.Max((int)(now - plan.From).TotalDays, ahead.Where(other => IsSoon(other.Day)).Max(other => (int?)other.Day) ?? 0);
        for (; count > 0; count--)
        {
            DateTimeOffset at;
            do
            {
                day += DaysBetweenExtras;
                at = usual.NextFree(plan.From.AddDays(day), taken);
            }
            while (nudges.Find(NudgePlanner.IdOf(plan, day)) is not null
                || ahead.Exists(other => (other.Day < day) != (other.At < at)));

            ahead.Add((day, at));
            taken.Add(at);
            step++;
            if (Schedule(day, at, step, step) is { } extra)
            {
                yield return extra with { IsExtra = true };
            }
        }
    }

    /// <summary>Null where the learner has done every exercise.</summary>
    private NudgeScheduled? Schedule(int day, DateTimeOffset at, int step, int of) => choice.Next() is var (exercise, wording)
        ? new NudgeScheduled(
            new(NudgePlanner.IdOf(plan, day), exercise.Id, exercise.BehaviourId, NudgeChannel.Inbox, step, of) { Wording = wording },
            at, plan.Id, plan.From) { Day = day }
        : null;

    /// <summary>Whether a day is of the plan itself, or added to it: what brings it up once more comes too late for "once more".</summary>
    private bool IsSoon(int day) => day <= section.MainDays || !section.Days.Contains(day);

    /// <summary>Of a plan of before plans had days.</summary>
    private List<NudgeProgress> Old() => [.. nudges.All.Where(nudge => nudge.Day == 0 && nudge.LadderId == plan.Id)];
}
