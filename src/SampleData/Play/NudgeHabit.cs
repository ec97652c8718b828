using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.SampleData.Play;

/// <summary>What a learner does with nudges: fewer are opened the further up the ladder they are.</summary>
internal sealed class NudgeHabit
{
    private const double IgnoresWhenGone = 0.12;
    private const double ActsOn = 0.46;
    private const double Snoozes = 0.14;
    private const double Dismisses = 0.16;
    private const double BeginsDraft = 0.3;
    private static readonly double[] OpensByStep = [0.78, 0.66, 0.55, 0.47, 0.4, 0.35];
    private static readonly Spread OpensAfterHours = new(0.1, 0.6, 2, 5, 11, 26, 70);
    private readonly Stage stage;
    private readonly Learner learner;
    private readonly Action<string> draft;

    public NudgeHabit(Stage stage, Learner learner, Action<string> draft)
    {
        (this.stage, this.learner, this.draft) = (stage, learner, draft);
        learner.Listen(recorded =>
        {
            if (recorded.What is NudgeSent sent)
            {
                Receive(sent.Nudge);
            }
        });
    }

    private void Receive(NudgeRef nudge)
    {
        var opens = OpensByStep[Math.Min(nudge.Step, OpensByStep.Length) - 1] * (0.5 + (0.6 * learner.Temperament.Warmth));
        if (learner.Dice.Happens(learner.IsGone ? opens * IgnoresWhenGone : opens))
        {
            stage.Agenda.At(learner.ComesAfter(learner.Dice.Hours(OpensAfterHours)), () => Open(nudge));
        }
    }

    private void Open(NudgeRef nudge)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        if (learner.Progress.Of<NudgesProgress>().Find(nudge.Id) is { IsOpened: false })
        {
            learner.Did(new NudgeOpened(nudge));
        }

        stage.Agenda.In(TimeSpan.FromMilliseconds(20_000 + learner.Dice.Below(200_000)), () => Answer(nudge));
    }

    private void Answer(NudgeRef nudge)
    {
        if (learner.HasWithdrawn || learner.Progress.Of<NudgesProgress>().Find(nudge.Id) is not { State: NudgeState.Sent })
        {
            return;
        }

        var choice = learner.Dice.Fraction();
        if (choice < ActsOn)
        {
            learner.Did(new NudgeActedOn(nudge, "log-evidence"));
            if (learner is { IsAround: true, HasCompleted: false } && learner.Dice.Happens(BeginsDraft))
            {
                draft(nudge.BehaviourId);
            }
        }
        else if (choice < ActsOn + Snoozes)
        {
            learner.Did(new NudgeSnoozed(nudge, QuietHours.NextByDefault(stage.Agenda.Now.AddDays(1), learner.Person.Rhythm.Zone)));
        }
        else if (choice < ActsOn + Snoozes + Dismisses)
        {
            learner.Did(new NudgeDismissed(nudge));
        }
    }
}
