using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Events;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Turns events into rows of the outbox, inside the transaction that stores them. Sends nothing itself.</summary>
public interface IProjection
{
    /// <summary>Adds what follows from these events to the context; the caller saves.</summary>
    Task ProjectAsync(BuddyDbContext db, IReadOnlyList<RecordedEvent> events, CancellationToken ct);
}
