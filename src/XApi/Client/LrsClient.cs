using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Client;

/// <summary>Talks to a record store: sends statements, probes, reads.</summary>
/// <param name="http">
/// Must not follow redirects (<c>AllowAutoRedirect = false</c>); a redirect is a wrong address here, and credentials go to nobody else.
/// </param>
/// <param name="clock">The time.</param>
/// <param name="timeout">For a whole exchange; 30 seconds where it is not given.</param>
public sealed class LrsClient(HttpClient http, TimeProvider clock, TimeSpan? timeout = null)
{
    /// <value>Most statements in one request.</value>
    public const int MaxBatch = 50;

    /// <value>Most bytes in one request, unless a single statement is longer.</value>
    public const int MaxBatchBytes = 512 * 1024;

    private readonly ClientLimits limits = new(clock, timeout ?? TimeSpan.FromSeconds(30), 32 * 1024 * 1024);

    /// <summary>
    /// Sends statements in their order, in requests of at most <see cref="MaxBatch"/>. A request that is refused is halved until the
    /// one statement that is wrong stands alone, so that it holds up no other.
    /// </summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="batch">Any number.</param>
    /// <param name="ct">Stops; what was not sent yet is not sent.</param>
    /// <returns>One result for each statement, in the same order. After a fault that may pass, the rest is not tried.</returns>
    public async Task<IReadOnlyList<SendResult>> SendAsync(LrsEndpoint endpoint, IReadOnlyList<FrozenStatement> batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var sending = new Sending(http, endpoint, limits);
        var results = new List<SendResult>(batch.Count);
        foreach (var part in Batches.Split(batch))
        {
            results.AddRange(await sending.SendAsync(part, ct));
        }

        return results;
    }

    /// <summary>Asks which versions a record store speaks. No credentials are sent.</summary>
    /// <param name="address">As people paste it.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<ProbeResult> ProbeAsync(string address, CancellationToken ct) => new Probing(http, limits).ProbeAsync(address, ct);

    /// <summary>Sends a statement that says it is a test and voids it at once.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>What happened, with advice for the usual mistakes.</returns>
    public Task<TestResult> TestAsync(LrsEndpoint endpoint, CancellationToken ct) =>
        new Testing(this).RunAsync(endpoint, clock.GetUtcNow(), ct);

    /// <summary>Reads statements stored after a moment, page by page to the end; who stops reading asks for no further page.</summary>
    /// <param name="endpoint">Where from.</param>
    /// <param name="question">What to ask for.</param>
    /// <param name="ct">Stops reading.</param>
    /// <exception cref="LrsReadException">The record store did not answer as it should; what was read before is good.</exception>
    public IAsyncEnumerable<ReadStatement> ReadAsync(LrsEndpoint endpoint, ReadQuestion question, CancellationToken ct) =>
        new Reading(http, limits).ReadAsync(endpoint, question, ct);
}
