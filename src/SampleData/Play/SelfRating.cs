using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>What learners think of themselves: at the start some too much and some too little, at the end closer to what reviewers see.</summary>
internal sealed class SelfRating(Stage stage, Learner learner)
{
    private static readonly Spread AtTheStart = new(0, 0.4, 0.8, 1.1, 1.6, 2.2, 3);

    /// <summary>Rates every behaviour at the start.</summary>
    public void Rate() => Rate(() => (int)Math.Round(learner.Dice.From(AtTheStart)));

    /// <summary>Rates every behaviour once it is certified.</summary>
    public void RateAgain() => Rate(() => learner.Dice.Happens(0.35) ? 3 : 2);

    private void Rate(Func<int> level)
    {
        var rubric = stage.Definition.Rubric;
        foreach (var behaviour in stage.Definition.Behaviours)
        {
            var chosen = rubric.Levels[level()];
            learner.Did(new SelfAssessed(
                new BehaviourRef(behaviour.Id, behaviour.Statement), new Points(chosen.Value, rubric.Lowest, rubric.Highest), chosen.Name));
        }
    }
}
