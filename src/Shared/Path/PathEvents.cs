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

/// <summary>The learner asked somebody outside the course, by mail, how they see the learner on the behaviours.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="GuestId">Stands for the person asked until they say who they are.</param>
/// <param name="By">What they are to the learner, as the learner says.</param>
/// <param name="ExpiresAt">When it runs out, UTC: frozen.</param>
public sealed record ViewAsked(Guid RequestId, Guid GuestId, Viewer By, DateTimeOffset ExpiresAt) : JourneyEvent;

/// <summary>Whoever was asked said yes; the actor is who gives the view.</summary>
public sealed record ViewAccepted(Guid RequestId) : JourneyEvent;

/// <summary>Whoever was asked said no.</summary>
public sealed record ViewDeclined(Guid RequestId) : JourneyEvent;

/// <summary>The learner took it back, or who said yes stopped: the actor says which.</summary>
public sealed record ViewEnded(Guid RequestId) : JourneyEvent;

/// <summary>The learner asked somebody in the journey how they see the learner on the behaviours.</summary>
/// <param name="By">The learning buddy, or whoever facilitates.</param>
public sealed record ViewWanted(Viewer By) : JourneyEvent;

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
            EventType.Of<ViewAsked>("path.view-asked").WithoutStatement(),
            EventType.Of<ViewAccepted>("path.view-accepted").WithoutStatement(),
            EventType.Of<ViewDeclined>("path.view-declined").WithoutStatement(),
            EventType.Of<ViewEnded>("path.view-ended").WithoutStatement(),
            EventType.Of<ViewWanted>("path.view-wanted").WithoutStatement(),
            EventType.Of<ConfidenceTold>("path.confidence-told").WithoutStatement(),
        ])
    {
        Section = typeof(PathSection),
        Start = PathProgress.None,
        Effort = PathSection.Effort,
        Messages = PathMessages.Of,
    };
}
