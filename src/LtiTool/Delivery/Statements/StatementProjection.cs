using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Events become xAPI statements, frozen in each destination's own form: what is sent again later is the same to the octet.</summary>
internal sealed class StatementProjection(StatementScenes scenes, LrsDestinations destinations, TimeProvider clock) : IProjection
{
    public async Task ProjectAsync(BuddyDbContext db, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        foreach (var recorded in events)
        {
            var scene = await scenes.OfAsync(db, recorded, ct);
            foreach (var statement in StatementMapper.Map(recorded, scene).Where(statement => statement.OnByDefault))
            {
                db.Deliveries.AddRange(destinations.All.Where(destination => destination.Takes(recorded.JourneyId)).Select(destination => Delivery(recorded, statement, destination, clock.GetUtcNow())));
            }
        }
    }

    /// <summary>The row that takes a statement to one store.</summary>
    public static DeliveryRow Delivery(RecordedEvent recorded, MappedStatement statement, LrsDestination destination, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Kind = DeliveryKind.Statement,
        Destination = destination.Name,
        DedupeKey = DeliveryRow.StatementKey(statement.Id, destination.Name),
        EventId = recorded.Id,
        SubjectId = recorded.ParticipationId,
        Payload = StatementRenderer.Render(statement, destination.Form),
        State = DeliveryState.Waiting,
        NextAttemptAt = now,
        CreatedAt = now,
    };
}
