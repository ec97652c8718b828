using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>One entry of the history as it is stored. Only ever inserted.</summary>
public sealed class JourneyEventRow
{
    /// <summary>Order of recording; grows, may have gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>Identity of the event.</summary>
    public Guid Id { get; set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; set; }

    /// <summary>The participation.</summary>
    public Guid ParticipationId { get; set; }

    /// <summary>The learner.</summary>
    public Guid LearnerId { get; set; }

    /// <summary>Who did it; empty for the tool.</summary>
    public Guid ActorId { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>Number of the journey's design then.</summary>
    public int DesignNumber { get; set; }

    /// <summary>What a group did together shares this id; null for what one learner did alone.</summary>
    public Guid? OccasionId { get; set; }

    /// <summary>Name of the kind of event (<see cref="EventType"/>).</summary>
    public string Name { get; set; } = "";

    /// <summary>Version of the payload.</summary>
    public int Version { get; set; }

    /// <summary>The event's facts, as JSON.</summary>
    public string Payload { get; set; } = "{}";

    /// <summary>Stores an event.</summary>
    public static JourneyEventRow From(RecordedEvent recorded)
    {
        var type = EventTypes.Of(recorded.What);
        return new JourneyEventRow
        {
            Id = recorded.Id,
            JourneyId = recorded.JourneyId,
            ParticipationId = recorded.ParticipationId,
            LearnerId = recorded.LearnerId,
            ActorId = recorded.ActorId,
            OccurredAt = recorded.OccurredAt,
            DesignNumber = recorded.DesignNumber,
            OccasionId = recorded.OccasionId,
            Name = type.Name,
            Version = type.Version,
            Payload = EventJson.Write(recorded.What),
        };
    }

    /// <summary>Reads it back.</summary>
    public RecordedEvent ToEvent() =>
        new(Id, JourneyId, ParticipationId, LearnerId, ActorId, OccurredAt, EventJson.Read(Name, Version, Payload, OccurredAt))
        {
            DesignNumber = DesignNumber,
            OccasionId = OccasionId,
        };
}
