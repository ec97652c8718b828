using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Collects what happened in one change: written together with the state it belongs to.</summary>
public sealed class JourneyChange(TimeProvider clock)
{
    private readonly List<RecordedEvent> events = [];

    /// <summary>The moment of the change, UTC: the same for everything in it.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<RecordedEvent> Events => events;

    /// <summary>A new key for something made in this change.</summary>
    public Guid NewId() => Ids.New(clock);

    /// <summary>Notes that something happened.</summary>
    /// <param name="participation">Whose learning it is about.</param>
    /// <param name="actorId">Who did it; <see cref="Guid.Empty"/> for the tool.</param>
    /// <param name="what">What.</param>
    /// <param name="eventId">Its identity where something stored refers to it; else a new one.</param>
    public RecordedEvent Happened(Participation participation, Guid actorId, JourneyEvent what, Guid? eventId = null)
    {
        var recorded = new RecordedEvent(
            eventId ?? NewId(), participation.JourneyId, participation.Id, participation.PersonId, actorId, Now.AddMilliseconds(events.Count), what);
        events.Add(recorded);
        return recorded;
    }
}
