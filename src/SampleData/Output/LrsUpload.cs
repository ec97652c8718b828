using System.Globalization;
using LearningBuddy.XApi.Client;

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
        for (var attempt = 1; ; attempt++)
        {
            var results = await client.SendAsync(to, waiting, ct);
            foreach (var (statement, result) in waiting.Zip(results))
            {
                Count(statement, result);
            }

            if (results.OfType<SendResult.Misconfigured>().FirstOrDefault() is { } wrong)
            {
                return $"the address, the key or the secret is wrong. {wrong.Words}";
            }

            if (results.OfType<SendResult.Retry>().FirstOrDefault() is not { } later)
            {
                return null;
            }

            if (attempt == Tries)
            {
                return $"the record store does not take them now. {later.Words}";
            }

            Say($"Waiting, since: {later.Words}");
            await Task.Delay(WaitFor(later, attempt), clock, ct);
            waiting = [.. waiting.Zip(results).Where(pair => pair.Second is SendResult.Retry).Select(pair => pair.First)];
        }
    }

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
