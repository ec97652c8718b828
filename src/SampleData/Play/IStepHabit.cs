using LearningBuddy.Shared.Core;

namespace LearningBuddy.SampleData.Play;

/// <summary>How a learner takes the steps that one habit is about.</summary>
internal interface IStepHabit
{
    /// <summary>Does what a step asks for.</summary>
    /// <returns>How long it takes, or null: not today, or a step of another habit.</returns>
    TimeSpan? Take(NextStep step);
}
