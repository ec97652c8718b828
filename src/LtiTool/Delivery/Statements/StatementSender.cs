using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.XApi.Lrs;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Sends statements: to the embedded record store directly, to others over HTTP.</summary>
internal sealed class StatementSender(LrsDestinations destinations, EmbeddedLrs embedded, RemoteLrs remote) : IDeliverySender
{
    public DeliveryKind Kind => DeliveryKind.Statement;

    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(
        string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        return destinations.Find(destination) switch
        {
            null => batch.ToDictionary(
                row => row.Id, _ => (DeliveryOutcome)new DeliveryOutcome.Park(DeliveryReasons.StoreNotNamed)),
            { Remote: null } own => await StoreAsync(own, batch, ct),
            { Remote: { } other } => await remote.SendAsync(other, batch, ct),
        };
    }

    private async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> StoreAsync(
        LrsDestination own, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var outcomes = new Dictionary<Guid, DeliveryOutcome>();
        var whole = await embedded.StoreAsync([.. batch.Select(row => (ReadOnlyMemory<byte>)row.Payload)], own.Form.Version, ct);
        foreach (var row in batch)
        {
            // A batch that isn't taken whole is tried one by one: a single bad statement never holds up the others.
            var result = whole is EmbeddedStoreResult.Stored ? whole : await embedded.StoreAsync([row.Payload], own.Form.Version, ct);
            outcomes[row.Id] = result switch
            {
                EmbeddedStoreResult.Stored => new DeliveryOutcome.Done("stored"),
                EmbeddedStoreResult.Conflict => new DeliveryOutcome.Park(DeliveryReasons.SameId),
                EmbeddedStoreResult.Refused refused => new DeliveryOutcome.Park(refused.Problem.ToString()),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }

        return outcomes;
    }
}
