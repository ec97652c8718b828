using LearningBuddy.LtiTool.Data.Rows;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Record stores elsewhere.</summary>
internal static class RemoteLrs
{
    public static Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(LrsDestination destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DeliveryOutcome>>(batch.ToDictionary(row => row.Id, _ => (DeliveryOutcome)new DeliveryOutcome.Again(destination.Name)));
}
