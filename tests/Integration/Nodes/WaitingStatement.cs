using System.Text;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.XApi;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>A row of the outbox as the tool writes it for a statement.</summary>
internal static class WaitingStatement
{
    public static DeliveryRow To(string destination, Guid statement, DateTimeOffset? notBefore = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new DeliveryRow
        {
            Id = Guid.CreateVersion7(now),
            Kind = DeliveryKind.Statement,
            Destination = destination,
            DedupeKey = DeliveryRow.StatementKey(statement, destination),
            Payload = Encoding.UTF8.GetBytes(LrsCalls.Statement(statement).ToJsonString()),
            NextAttemptAt = notBefore ?? now,
            CreatedAt = now,
        };
    }
}
