namespace LearningBuddy.Shared.Sprints;

/// <summary>
/// Somebody who facilitates closed the choice of a journey: whoever has chosen changes nothing by themselves any more, whoever has not can
/// still choose. It is there as long as it holds.
/// </summary>
public sealed class ChoiceLock
{
    private ChoiceLock()
    {
    }

    /// <summary>Closes the choice.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="by">Who facilitates.</param>
    /// <param name="at">UTC.</param>
    public ChoiceLock(Guid journeyId, Guid by, DateTimeOffset at) => (JourneyId, ClosedBy, ClosedAt) = (journeyId, by, at);

    /// <summary>The journey.</summary>
    public Guid JourneyId { get; private set; }

    /// <summary>Who closed it.</summary>
    public Guid ClosedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ClosedAt { get; private set; }
}
