using LearningBuddy.XApi.Statements;
using System.Text.Json;
using LearningBuddy.XApi.Statements.Model;

namespace LearningBuddy.XApi.Client;

/// <summary>What a test statement brought to light.</summary>
/// <param name="Works">Whether statements get through.</param>
/// <param name="Advice">For an administrator: what was seen and what to do.</param>
/// <param name="Words">What the record store, or the network, said itself; null where there is nothing to add.</param>
public sealed record TestResult(bool Works, TestAdvice Advice, string? Words = null);

/// <summary>Sends a test statement, then voids it.</summary>
internal sealed class Testing(LrsClient client)
{
    private static readonly Dictionary<string, string> Tested = new() { ["en"] = "tested the connection to" };
    private static readonly Dictionary<string, string> Voided = new() { ["en"] = "voided" };

    public async Task<TestResult> RunAsync(LrsEndpoint endpoint, DateTimeOffset now, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var test = Of(id, new Verb("http://id.tincanapi.com/verb/tested", Tested), About(endpoint), now);
        var sent = (await client.SendAsync(endpoint, [test], ct))[0];
        if (sent is not SendResult.Sent)
        {
            return AdviceFor(sent);
        }

        var voiding = Of(Guid.NewGuid(), new Verb("http://adlnet.gov/expapi/verbs/voided", Voided), new StatementRef(id), now);
        return (await client.SendAsync(endpoint, [voiding], ct))[0] is SendResult.Sent
            ? new TestResult(Works: true, TestAdvice.Stored)
            : new TestResult(Works: true, TestAdvice.StoredForGood);
    }

    private static TestResult AdviceFor(SendResult result) => result switch
    {
        SendResult.Misconfigured { Words: var words } => Fails(AdviceOnSettings(words), words),
        SendResult.Poison { Words: var words } => Fails(TestAdvice.OtherVersion, words),
        SendResult.Retry { Words: var words } =>
            Fails(words.StartsWith(Receipt.Missing, StringComparison.Ordinal) ? TestAdvice.NotAStore : TestAdvice.Unreachable, words),
        _ => Fails(TestAdvice.NotUnderstood, null),
    };

    /// <summary>The words begin with the status.</summary>
    private static TestAdvice AdviceOnSettings(string words) => words.Split(' ', ':') switch
    {
        ["HTTP", "401", ..] => TestAdvice.WrongKey,
        ["HTTP", "403", ..] => TestAdvice.MayNotWrite,
        ["HTTP", "404", ..] => TestAdvice.NothingHere,
        _ => TestAdvice.WrongAddress,
    };

    private static TestResult Fails(TestAdvice advice, string? words) => new(Works: false, advice, words);

    private static FrozenStatement Of(Guid id, Verb verb, StatementObject about, DateTimeOffset now)
    {
        var statement = new Statement
        {
            Id = id,
            Actor = Agent.Of(new Account("https://w3id.org/xapi/learning-buddy", "connection-test")),
            Verb = verb,
            Object = about,
            Timestamp = XApiTimestamp.Format(now),
        };
        return new FrozenStatement(id, JsonSerializer.SerializeToUtf8Bytes(statement, StatementJsonContext.Default.Statement));
    }

    private static Activity About(LrsEndpoint endpoint) => new(
        endpoint.Base.AbsoluteUri,
        new ActivityDefinition("http://id.tincanapi.com/activitytype/source", new Dictionary<string, string> { ["en"] = "Record store" }));
}
