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
    private const double NotYet = 0.1;
    private const double Snoozes = 0.12;
    private const double Dismisses = 0.14;
    private const double BeginsDraft = 0.3;
    private const double WantsFewer = 0.25;
    private const double WantsAtOnce = 0.1;
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

    /// <summary>Whoever has had enough of them says once how many are right.</summary>
    private void ChoosePace()
    {
        var choice = learner.Dice.Fraction();
        if (learner.Progress.Of<NudgesProgress>().Pace == NudgePace.Normal && choice < WantsFewer + WantsAtOnce)
        {
            learner.Did(new NudgePaceChosen(choice < WantsFewer ? NudgePace.Small : NudgePace.AllInOne));
        }
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
            learner.Did(new NudgeActedOn(nudge, NudgeAnswer.DidIt));
            if (learner is { IsAround: true, HasCompleted: false } && learner.Dice.Happens(BeginsDraft))
            {
                draft(nudge.BehaviourId);
            }
        }
        else if (choice < ActsOn + NotYet)
        {
            learner.Did(new NudgeActedOn(nudge, NudgeAnswer.NotYet));
        }
        else if (choice < ActsOn + NotYet + Snoozes)
        {
            learner.Did(new NudgeSnoozed(nudge, QuietHours.NextByDefault(stage.Agenda.Now.AddDays(1), learner.Person.Rhythm.Zone)));
        }
        else if (choice < ActsOn + NotYet + Snoozes + Dismisses)
        {
            learner.Did(new NudgeDismissed(nudge));
            ChoosePace();
        }
    }
}
