using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Reinforcement;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>Nudges on the ladder of the journey's policy, once for each behaviour; fewer are opened the further up they are.</summary>
internal sealed class NudgeHabit(Stage stage, Learner learner, Action<string> draft)
{
    private const double IgnoresWhenGone = 0.12;
    private const double ActsOn = 0.46;
    private const double Snoozes = 0.14;
    private const double Dismisses = 0.16;
    private const double BeginsDraft = 0.3;

    private static readonly double[] OpensByStep = [0.78, 0.66, 0.55, 0.47, 0.4, 0.35];
    private static readonly Spread OpensAfterHours = new(0.1, 0.6, 2, 5, 11, 26, 70);

    private readonly HashSet<string> trained = [];
    private int planned;

    /// <summary>Begins the ladder of behaviours confirmed for the first time.</summary>
    public void Begin(IReadOnlyList<string> behaviourIds)
    {
        var fresh = behaviourIds.Where(trained.Add).ToList();
        var confirmedAt = stage.Agenda.Now;
        if (fresh.Count > 0 && ReinforcementPlan.After(stage.Definition, fresh, planned, confirmedAt, learner.Person.Rhythm.Zone) is { } plan)
        {
            Schedule(plan, confirmedAt);
        }
    }

    private void Schedule(PlannedNudge plan, DateTimeOffset confirmedAt)
    {
        planned++;
        var nudge = new Nudge(
            stage.Ids.New(), learner.ParticipationId, plan.Exercise.Id, plan.Exercise.Text, plan.Exercise.BehaviourId, plan.Step, plan.Of, plan.DueAt);
        learner.Got(new NudgeScheduled(nudge.Facts));
        stage.Agenda.At(plan.DueAt, () =>
        {
            Send(nudge);
            Climb(plan, confirmedAt);
        });
    }

    private void Climb(PlannedNudge plan, DateTimeOffset confirmedAt)
    {
        if (plan.Step < plan.Of && !learner.HasWithdrawn)
        {
            var days = stage.Definition.Reinforcement.Days[plan.Step];
            var due = QuietHours.Default.NextAllowed(confirmedAt.AddDays(days), learner.Person.Rhythm.Zone);
            Schedule(plan with { Step = plan.Step + 1, DueAt = due }, confirmedAt);
        }
    }

    private void Send(Nudge nudge)
    {
        if (learner.HasWithdrawn || !nudge.Send(stage.Agenda.Now))
        {
            return;
        }

        learner.Got(new NudgeSent(nudge.Facts));
        var opens = OpensByStep[Math.Min(nudge.Step, OpensByStep.Length) - 1] * (0.5 + (0.6 * learner.Temperament.Warmth));
        if (learner.Dice.Happens(learner.IsGone ? opens * IgnoresWhenGone : opens))
        {
            stage.Agenda.At(learner.ComesAfter(learner.Dice.Hours(OpensAfterHours)), () => Open(nudge));
        }
    }

    private void Open(Nudge nudge)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        if (nudge.Open(stage.Agenda.Now))
        {
            learner.Did(new NudgeOpened(nudge.Facts));
        }

        stage.Agenda.In(TimeSpan.FromMilliseconds(20_000 + learner.Dice.Below(200_000)), () => Answer(nudge));
    }

    private void Answer(Nudge nudge)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        var (choice, now) = (learner.Dice.Fraction(), stage.Agenda.Now);
        if (choice < ActsOn && nudge.Settle(now))
        {
            learner.Did(new NudgeActedOn(nudge.Facts, "log-evidence"));
            if (learner is { IsAround: true, HasCompleted: false } && learner.Dice.Happens(BeginsDraft))
            {
                draft(nudge.BehaviourId);
            }
        }
        else if (choice is >= ActsOn and < ActsOn + Snoozes)
        {
            var until = QuietHours.Default.NextAllowed(now.AddDays(1), learner.Person.Rhythm.Zone);
            if (nudge.Snooze(until))
            {
                learner.Did(new NudgeSnoozed(nudge.Facts, until));
                stage.Agenda.At(until, () => Send(nudge));
            }
        }
        else if (choice is >= ActsOn + Snoozes and < ActsOn + Snoozes + Dismisses && nudge.Settle(now))
        {
            learner.Did(new NudgeDismissed(nudge.Facts));
        }
    }
}
