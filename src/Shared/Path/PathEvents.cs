using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Path;

/// <summary>A learner rated themselves on a behaviour.</summary>
/// <param name="BehaviourId">What was rated.</param>
/// <param name="Points">The level chosen.</param>
/// <param name="ScaleLabel">What the design called that level then.</param>
public sealed record SelfAssessed(string BehaviourId, Points Points, string ScaleLabel) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class PathEvents
{
    public static Theme Theme { get; } = new("path", [EventType.Of<SelfAssessed>("path.self-assessed")]);
}
