using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>Some learners set a goal, plan steps towards it, look at it now and then, and reach it, reword it or drop it.</summary>
internal sealed class CoachingHabit(Stage stage, Learner learner)
{
    private const double SetsGoal = 0.45;
    private const double ChecksInToday = 0.4;
    private const double Rewords = 0.1;
    private const double PlansStep = 0.35;
    private const double DoesStep = 0.7;
    private const double GivesUp = 0.4;
    private const int Days = 42;

    private static readonly Spread Gain = new(0, 8, 15, 25, 45);
    private static readonly Spread StepDays = new(0.5, 2, 4, 8, 15);

    private RecordedEvent? set;
    private Guid goalId;
    private int percent;
    private int revision = 1;

    /// <summary>Sets a goal, perhaps.</summary>
    public void Begin()
    {
        if (learner.Dice.Happens(SetsGoal))
        {
            var behaviour = learner.Dice.Pick(stage.Definition.Behaviours);
            goalId = stage.Ids.New();
            set = learner.Did(new GoalSet(goalId, Words(), new BehaviourRef(behaviour.Id, behaviour.Statement), stage.Agenda.Now.AddDays(Days)));
        }
    }

    /// <summary>Looks at it.</summary>
    public void Continue()
    {
        var dice = learner.Dice;
        if (set is null || !dice.Happens(ChecksInToday))
        {
            return;
        }

        percent = Math.Min(100, percent + (int)dice.From(Gain));
        learner.Did(new GoalCheckedIn(goalId, percent, dice.Pick(stage.Cohort.Design.Words.Outcomes)));
        if (percent == 100)
        {
            End(new GoalAchieved(goalId, set.Id));
        }
        else if (stage.Agenda.Now > set.OccurredAt.AddDays(Days) && dice.Happens(GivesUp))
        {
            End(new GoalDropped(goalId, set.Id));
        }
        else if (dice.Happens(Rewords))
        {
            learner.Did(new GoalRevised(goalId, Words(), ++revision));
        }
        else if (dice.Happens(PlansStep))
        {
            PlanStep();
        }
    }

    private void End(JourneyEvent what)
    {
        learner.Did(what);
        set = null;
    }

    private void PlanStep()
    {
        var (id, goal) = (stage.Ids.New(), goalId);
        learner.Did(new ActionPlanned(id, goal, stage.Agenda.Now.AddDays(7)));
        if (learner.Dice.Happens(DoesStep))
        {
            stage.Agenda.At(learner.ComesAfter(learner.Dice.Days(StepDays)), () =>
            {
                if (learner.IsAround)
                {
                    learner.Did(new ActionDone(id, goal));
                }
            });
        }
    }

    private string Words() => learner.Dice.Pick(stage.Cohort.Design.Words.Intentions);
}
