using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Lrs;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Record stores elsewhere.</summary>
internal sealed class RemoteLrs(IHttpClientFactory clients, EmbeddedLrs embedded)
{
    /// <summary>A store that is set up wrongly is asked again after this long, or at once when somebody presses "send again".</summary>
    private static readonly TimeSpan Misconfigured = TimeSpan.FromMinutes(15);

    /// <summary>Sends statements, and says what became of each.</summary>
    public async Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(
        LrsConnectionOptions store, IReadOnlyList<DeliveryRow> batch, CancellationToken ct)
    {
        var statements = new List<FrozenStatement>(batch.Count);
        foreach (var row in batch)
        {
            statements.Add(
                new FrozenStatement(StatementId(row), row.Payload) { Attachments = await embedded.AttachmentsOfAsync(row.Payload, ct) });
        }

        var results = await Client().SendAsync(EndpointOf(store), statements, ct);
        return batch.Zip(results).ToDictionary(pair => pair.First.Id, pair => Outcome(pair.Second));
    }

    /// <summary>Sends a test statement and takes it back; the answer says what to do where it doesn't work.</summary>
    public Task<TestResult> TestAsync(LrsConnectionOptions store, CancellationToken ct) => Client().TestAsync(EndpointOf(store), ct);

    /// <summary>Where a store is, and how it is spoken to.</summary>
    public static LrsEndpoint EndpointOf(LrsConnectionOptions store) => new(
        LrsEndpoint.Parse(store.Endpoint!.OriginalString) ?? store.Endpoint, LrsDestinations.VersionOf(store), store.Key, store.Secret);

    /// <summary>A client that goes to no private address unless the settings permit it, and follows no redirect.</summary>
    public LrsClient Client() => new(clients.CreateClient(LtiHttp.ClientName), TimeProvider.System);

    private static Guid StatementId(DeliveryRow row) => Guid.ParseExact(row.DedupeKey.Split(':')[1], "N");

    private static DeliveryOutcome Outcome(SendResult result) => result switch
    {
        SendResult.Sent => new DeliveryOutcome.Done("sent"),
        SendResult.SameAlreadyThere => new DeliveryOutcome.Done("was there already"),
        SendResult.Conflict conflict => new DeliveryOutcome.Park(conflict.Words),
        SendResult.Poison poison => new DeliveryOutcome.Park(poison.Words),
        SendResult.Retry retry => new DeliveryOutcome.Unavailable(retry.Words, retry.After),
        SendResult.Misconfigured wrong => new DeliveryOutcome.Unavailable(wrong.Words, Misconfigured),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
