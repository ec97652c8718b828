using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Reinforcement;

/// <summary>Decides which nudge a confirmation plans, and when it is due.</summary>
public static class ReinforcementPlan
{
    /// <summary>The next nudge after a confirmation.</summary>
    /// <param name="definition">The journey.</param>
    /// <param name="behaviourIds">What was confirmed.</param>
    /// <param name="plannedBefore">How many nudges the learner had planned before: exercises take turns.</param>
    /// <param name="confirmedAt">When it was confirmed.</param>
    /// <param name="zone">The learner's time zone.</param>
    /// <returns>The nudge to plan, or null when the journey has no exercise.</returns>
    public static PlannedNudge? After(
        JourneyDefinition definition, IReadOnlyCollection<string> behaviourIds, int plannedBefore, DateTimeOffset confirmedAt, TimeZoneInfo zone)
    {
        var policy = definition.Reinforcement;
        var fitting = policy.Exercises.Where(exercise => behaviourIds.Contains(exercise.BehaviourId)).ToList();
        var choice = fitting.Count > 0 ? fitting : [.. policy.Exercises];
        if (choice.Count == 0 || policy.Days.Count == 0)
        {
            return null;
        }

        var exercise = choice[plannedBefore % choice.Count];
        var due = QuietHours.Default.NextAllowed(confirmedAt.AddDays(policy.Days[0]), zone);
        return new PlannedNudge(exercise, 1, policy.Days.Count, due);
    }
}

/// <summary>A nudge to plan.</summary>
/// <param name="Exercise">What is asked.</param>
/// <param name="Step">Its place in the plan, from 1.</param>
/// <param name="Of">How many the plan has.</param>
/// <param name="DueAt">When it may be shown, UTC.</param>
public readonly record struct PlannedNudge(Exercise Exercise, int Step, int Of, DateTimeOffset DueAt);
