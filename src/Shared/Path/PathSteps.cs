using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Path;

/// <summary>Say where one stands.</summary>
/// <param name="Missing">Behaviours without an own answer, at least 1.</param>
public sealed record SeeWhereYouStand(int Missing) : NextStep;

/// <summary>What the path asks for.</summary>
public static class PathSteps
{
    /// <summary>The own answer comes first: what others say is shown after it.</summary>
    public static IEnumerable<NextStep> Assess(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        if (design.Find<PathSection>() is null)
        {
            return [];
        }

        var own = progress.Of<PathProgress>().Own;
        var missing = design.ActiveBehaviours.Count(behaviour => !own.ContainsKey(behaviour.Id));
        return missing > 0 ? [new SeeWhereYouStand(missing)] : [];
    }
}
