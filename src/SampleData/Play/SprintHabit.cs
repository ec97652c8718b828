using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>A learner chooses two of the sprints, sometimes another one after all, and works through them a bit on each visit.</summary>
internal sealed class SprintHabit(Stage stage, Learner learner)
{
    private const int ToChoose = 2;
    private const double ChangesMind = 0.12;
    private const double LearnsToday = 0.6;

    private static readonly Spread Share = new(12, 25, 35, 50, 100);

    private readonly List<Sprint> chosen = [];
    private readonly Dictionary<Sprint, (int Percent, DateTimeOffset Since)> begun = [];

    /// <summary>Chooses.</summary>
    public void Choose()
    {
        foreach (var sprint in learner.Dice.Shuffle(stage.Definition.Sprints).Take(ToChoose))
        {
            Choose(sprint);
        }

        if (learner.Dice.Happens(ChangesMind))
        {
            stage.Agenda.In(TimeSpan.FromMinutes(4), ChooseAnother);
        }
    }

    /// <summary>Goes on with the first that isn't finished.</summary>
    public void Continue()
    {
        if (!learner.Dice.Happens(LearnsToday) || chosen.Find(sprint => PercentOf(sprint) < 100) is not { } sprint)
        {
            return;
        }

        if (!begun.TryGetValue(sprint, out var soFar))
        {
            soFar = (0, stage.Agenda.Now);
            learner.Did(new SprintStarted(Ref(sprint)));
        }

        var percent = Math.Min(100, soFar.Percent + (int)learner.Dice.From(Share));
        begun[sprint] = (percent, soFar.Since);
        var minutes = Math.Max(5, sprint.Minutes * percent / 100);
        stage.Agenda.In(TimeSpan.FromMinutes(Math.Min(45, minutes)), () => Arrive(sprint, percent));
    }

    /// <summary>The sprint in which a behaviour is tried now, or null.</summary>
    public SprintRef? For(string behaviourId) =>
        chosen.FindLast(sprint => sprint.BehaviourIds.Contains(behaviourId) && PercentOf(sprint) > 0) is { } sprint ? Ref(sprint) : null;

    /// <summary>A sprint that help may be needed with, or null.</summary>
    public Sprint? Current => chosen.Find(sprint => PercentOf(sprint) is > 0 and < 100);

    private static SprintRef Ref(Sprint sprint) => new(sprint.Id, sprint.Title);

    private int PercentOf(Sprint sprint) => begun.TryGetValue(sprint, out var soFar) ? soFar.Percent : 0;

    private void Choose(Sprint sprint)
    {
        chosen.Add(sprint);
        learner.Did(new SprintChosen(Ref(sprint)));
    }

    private void Arrive(Sprint sprint, int percent)
    {
        if (learner.IsAround)
        {
            learner.Did(percent < 100
                ? new SprintProgressed(Ref(sprint), percent)
                : new SprintCompleted(Ref(sprint), TimeSpan.FromMinutes(sprint.Minutes) + TimeSpan.FromSeconds(learner.Dice.Below(1500))));
        }
    }

    private void ChooseAnother()
    {
        var (dropped, other) = (chosen[^1], stage.Definition.Sprints.First(sprint => !chosen.Contains(sprint)));
        if (begun.ContainsKey(dropped))
        {
            return;
        }

        chosen.Remove(dropped);
        learner.Did(new SprintUnchosen(Ref(dropped)));
        Choose(other);
    }
}
