using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.XApi.Profile;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Events become xAPI statements, frozen in each destination's own form: what is sent again later is the same to the byte.
/// </summary>
internal sealed class StatementProjection(StatementScenes scenes, LrsDestinations destinations) : IProjection
{
    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        // A platform's test person tries things out: nothing of it leaves the tool.
        foreach (var learner in context.Learners.Where(learner => !learner.Place.IsTestUser))
        {
            var events = context.EventsOf(learner).Where(recorded => EventTypes.Of(recorded.What).HasStatement).ToList();
            if (events.Count > 0)
            {
                var accounts = await context.AccountsAsync(learner.Place.Platform.Id, ct);
                var scene = await scenes.OfAsync(learner.Place, learner.Design, accounts, events, ct);
                context.Db.Deliveries.AddRange(
                    destinations.All.SelectMany(destination => Deliveries(events, scene, destination, context.Now)));
            }
        }
    }

    /// <summary>The rows that take the statements of these events to one store.</summary>
    public static IEnumerable<DeliveryRow> Deliveries(
        IEnumerable<RecordedEvent> events, StatementScene scene, LrsDestination destination, DateTimeOffset now) =>
        from recorded in events
        where destination.Takes(recorded.JourneyId)
        from statement in StatementMapper.Map(recorded, scene)
        where statement.OnByDefault
        select new DeliveryRow
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
