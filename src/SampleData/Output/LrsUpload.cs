using System.Globalization;
using LearningBuddy.XApi.Client;
using Polly;
using Polly.Retry;

namespace LearningBuddy.SampleData.Output;

/// <summary>
/// Sends statements to a record store, as the tool does. Safe to repeat: the ids are the same each time, and a store keeps the one it has.
/// </summary>
/// <param name="client">Sends.</param>
/// <param name="clock">Waits, where the store asks for it.</param>
/// <param name="progress">For people.</param>
internal sealed class LrsUpload(LrsClient client, TimeProvider clock, TextWriter progress)
{
    private const int Chunk = 10 * LrsClient.MaxBatch;
    private const int Tries = 5;
    private const int ShownRefusals = 5;

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly ResiliencePipeline<List<SendResult>> retrying = Retrying(clock, progress.WriteLine);
    private int stored;
    private int refused;

    /// <summary>Sends them all.</summary>
    /// <returns>Whether every one of them is there now.</returns>
    public async Task<bool> SendAsync(IEnumerable<SampleStatement> statements, LrsEndpoint to, CancellationToken ct)
    {
        foreach (var chunk in statements.Chunk(Chunk))
        {
            if (await SendChunkAsync([.. chunk.Select(one => new FrozenStatement(one.Id, one.Json))], to, ct) is { } why)
            {
                Say($"Stopped after {stored} statements: {why}");
                Say("Put it right and run the same command again; what is there already is not stored twice.");
                return false;
            }

            Say($"{stored} statements are there.");
        }

        Say($"Done: {stored} are there, {refused} were refused.");

        return refused == 0;
    }

    /// <returns>Why nothing more gets through, or null.</returns>
    private async Task<string?> SendChunkAsync(IReadOnlyList<FrozenStatement> waiting, LrsEndpoint to, CancellationToken ct)
    {
        var results = await retrying.ExecuteAsync(
            async stop =>
            {
                var answered = waiting.Zip(await client.SendAsync(to, waiting, stop)).ToList();
                answered.ForEach(pair => Count(pair.First, pair.Second));
                waiting = [.. answered.Where(pair => pair.Second is SendResult.Retry).Select(pair => pair.First)];
                return answered.ConvertAll(pair => pair.Second);
            },
            ct);
        return results.OfType<SendResult.Misconfigured>().FirstOrDefault() is { } wrong
            ? $"the address, the key or the secret is wrong. {wrong.Words}"
            : LaterIn(results) is { } later ? $"the record store does not take them now. {later.Words}"
            : null;
    }

    /// <summary>Sends what is asked for later, as often and as late as people would wait for.</summary>
    private static ResiliencePipeline<List<SendResult>> Retrying(TimeProvider clock, Action<string> say) =>
        new ResiliencePipelineBuilder<List<SendResult>> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<List<SendResult>>
            {
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Result is { } results && LaterIn(results) is not null),
                MaxRetryAttempts = Tries - 1,
                DelayGenerator = tried =>
                    ValueTask.FromResult<TimeSpan?>(WaitFor(LaterIn(tried.Outcome.Result!)!, tried.AttemptNumber + 1)),
                OnRetry = tried =>
                {
                    say($"Waiting, since: {LaterIn(tried.Outcome.Result!)!.Words}");
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private static SendResult.Retry? LaterIn(List<SendResult> results) => results.OfType<SendResult.Retry>().FirstOrDefault();

    private static TimeSpan WaitFor(SendResult.Retry later, int attempt)
    {
        var wait = later.After ?? UsualWait * attempt;
        return wait < LongestWait ? wait : LongestWait;
    }

    private void Count(FrozenStatement statement, SendResult result)
    {
        switch (result)
        {
            case SendResult.Sent or SendResult.SameAlreadyThere:
                stored++;
                break;
            case SendResult.Conflict(var words):
                Refuse(statement, "another statement has this id. " + words);
                break;
            case SendResult.Poison(var words):
                Refuse(statement, words);
                break;
            default:
                break;
        }
    }

    private void Refuse(FrozenStatement statement, string words)
    {
        if (++refused <= ShownRefusals)
        {
            Say($"Statement {statement.Id} was refused: {words}");
        }
    }

    private void Say(FormattableString text) => progress.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private void Say(string text) => progress.WriteLine(text);
}
