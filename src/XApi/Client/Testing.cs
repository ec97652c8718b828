using LearningBuddy.XApi.Statements;
using System.Text.Json;
using LearningBuddy.XApi.Statements.Model;

namespace LearningBuddy.XApi.Client;

/// <summary>What a test statement brought to light.</summary>
/// <param name="Works">Whether statements get through.</param>
/// <param name="Advice">For an administrator: what was seen and what to do.</param>
public sealed record TestResult(bool Works, string Advice);

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
            return new TestResult(Works: false, AdviceFor(sent));
        }

        var voiding = Of(Guid.NewGuid(), new Verb("http://adlnet.gov/expapi/verbs/voided", Voided), new StatementRef(id), now);
        return (await client.SendAsync(endpoint, [voiding], ct))[0] is SendResult.Sent
            ? new TestResult(Works: true, "A test statement was stored and voided again.")
            : new TestResult(Works: true, "A test statement was stored. It could not be voided: the key may write but not void, which is fine.");
    }

    private static string AdviceFor(SendResult result) => result switch
    {
        SendResult.Misconfigured { Words: var words } when words.StartsWith("HTTP 401", StringComparison.Ordinal) =>
            $"Key or secret are wrong. Copy both again, without blanks. ({words})",
        SendResult.Misconfigured { Words: var words } when words.StartsWith("HTTP 403", StringComparison.Ordinal) =>
            $"The key is known but may not write. Give it the scope statements/write. ({words})",
        SendResult.Misconfigured { Words: var words } when words.StartsWith("HTTP 404", StringComparison.Ordinal) =>
            $"There is no record store at this path. Often /xapi/ or /xAPI/ is missing at the end. ({words})",
        SendResult.Misconfigured { Words: var words } => $"The address is not quite right: {words}",
        SendResult.Poison { Words: var words } => $"The record store refuses a plain statement; try the other version, 1.0.3 or 2.0.0. ({words})",
        SendResult.Retry { Words: var words } when words.StartsWith(Receipt.Missing, StringComparison.Ordinal) =>
            $"Something answers at this address that is not a record store, or not now: a login or maintenance page, or the path is not quite right. ({words})",
        SendResult.Retry { Words: var words } => $"The record store cannot be reached right now: {words}",
        _ => "The record store answers in a way that is not understood.",
    };

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
