using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Path;

/// <summary>A learner rated themselves on a behaviour.</summary>
/// <param name="BehaviourId">What was rated.</param>
/// <param name="Points">The level chosen.</param>
/// <param name="ScaleLabel">What the design called that level then.</param>
public sealed record SelfAssessed(string BehaviourId, Points Points, string ScaleLabel) : JourneyEvent;

/// <summary>Somebody said how they see a learner on a behaviour.</summary>
/// <param name="BehaviourId">What was rated.</param>
/// <param name="By">What they are to the learner.</param>
/// <param name="PersonId">Who said so.</param>
/// <param name="Points">The level chosen.</param>
/// <param name="ScaleLabel">What the design called that level then.</param>
public sealed record ViewGiven(string BehaviourId, Viewer By, Guid PersonId, Points Points, string ScaleLabel) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<Guid> People => [PersonId];
}

/// <summary>A learner said how sure they feel of a sprint. Theirs alone: it becomes no statement.</summary>
/// <param name="SprintId">Of which sprint.</param>
/// <param name="Moment">When they were asked.</param>
/// <param name="Level">1, not sure at all, to 5, quite sure.</param>
public sealed record ConfidenceTold(string SprintId, ConfidenceMoment Moment, int Level) : JourneyEvent;

/// <summary>What somebody who gives a view is to the learner. Part of the stored format.</summary>
public enum Viewer
{
    /// <summary>Leads them.</summary>
    Manager,

    /// <summary>Works or learns beside them.</summary>
    Peer,

    /// <summary>Their learning buddy.</summary>
    Buddy,

    /// <summary>Facilitates the journey.</summary>
    Facilitator,
}

/// <summary>When confidence is asked for. Part of the stored format.</summary>
public enum ConfidenceMoment
{
    /// <summary>Everything was read.</summary>
    AfterContent,

    /// <summary>It was tried at work.</summary>
    AfterPractice,
}

/// <summary>How they are stored.</summary>
internal static class PathEvents
{
    public static Theme Theme { get; } = new(
        "path",
        [
            EventType.Of<SelfAssessed>("path.self-assessed"),
            EventType.Of<ViewGiven>("path.view-given"),
            EventType.Of<ConfidenceTold>("path.confidence-told").WithoutStatement(),
        ])
    {
        Section = typeof(PathSection),
        Start = PathProgress.None,
        Effort = PathSection.Effort,
    };
}
