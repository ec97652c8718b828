namespace LearningBuddy.Shared.Journeys;

/// <summary>A learner in a journey.</summary>
public sealed class Participation
{
    private Participation()
    {
    }

    /// <summary>Starts a learner's participation.</summary>
    public Participation(Guid id, Guid journeyId, Guid personId, DateTimeOffset startedAt)
    {
        Id = id;
        JourneyId = journeyId;
        PersonId = personId;
        StartedAt = startedAt;
    }

    /// <summary>Our own key; also the <c>registration</c> of every statement about it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; private set; }

    /// <summary>The learner.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When the learner pressed Start, UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }
}
