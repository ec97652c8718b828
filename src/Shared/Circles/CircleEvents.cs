using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;

namespace LearningBuddy.Shared.Circles;

/// <summary>A peer circle was formed.</summary>
public sealed record CircleFormed(Guid CircleId) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.CircleName, CircleId)];
}

/// <summary>A learner joined a peer circle.</summary>
public sealed record CircleJoined(Guid CircleId) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.CircleName, CircleId)];
}

/// <summary>A peer circle met or reconvened; noted for each learner who was there.</summary>
/// <param name="Meeting">Its kind says which of the two.</param>
/// <param name="Duration">How long it took.</param>
public sealed record CircleMet(MeetingRef Meeting, TimeSpan Duration) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.CircleName, Meeting.GroupId)];
}

/// <summary>How they are stored.</summary>
internal static class CircleEvents
{
    public static Theme Theme { get; } = new(
        "circles",
        [EventType.Of<CircleFormed>("circle.formed"), EventType.Of<CircleJoined>("circle.joined"), EventType.Of<CircleMet>("circle.met")]);
}
