using System.Net;
using System.Text;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class LrsClientTests
{
    [Fact]
    public async Task Statements_go_out_as_they_were_kept()
    {
        var lrs = new ScriptedLrs((_, body) => ScriptedLrs.Takes(body));
        var statements = Statements(3);

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, statements, TestContext.Current.CancellationToken);

        Assert.All(results, result => Assert.IsType<SendResult.Sent>(result));
        Assert.Equal($"[{string.Join(',', statements.Select(Text))}]", lrs.Asked.Single().Body);
        Assert.Equal("1.0.3", lrs.Asked.Single().Request.Headers.GetValues("X-Experience-API-Version").Single());
        Assert.Equal("https://lrs.example/xapi/statements", lrs.Asked.Single().Request.RequestUri!.AbsoluteUri);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task One_bad_statement_is_found_and_holds_up_no_other(HttpStatusCode refusal)
    {
        var statements = Statements(50);
        var lrs = new ScriptedLrs((_, body) => body.Contains(statements[37].Id.ToString("D"), StringComparison.Ordinal)
            ? ScriptedLrs.Says(refusal, "this one")
            : ScriptedLrs.Says(HttpStatusCode.NoContent));

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, statements, TestContext.Current.CancellationToken);

        Assert.Equal($"HTTP {(int)refusal}: this one", Assert.IsType<SendResult.Poison>(results[37]).Words);
        Assert.Equal(49, results.OfType<SendResult.Sent>().Count());
        Assert.InRange(lrs.Asked.Count, 2, 14);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_fault_that_may_pass_is_not_tried_again_at_once(HttpStatusCode status)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(status, "", TimeSpan.FromSeconds(17)));

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, Statements(120), TestContext.Current.CancellationToken);

        Assert.Single(lrs.Asked);
        Assert.Equal(120, results.Count);
        Assert.All(results, result => Assert.Equal(TimeSpan.FromSeconds(17), Assert.IsType<SendResult.Retry>(result).After));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task Wrong_settings_stop_everything(HttpStatusCode status)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(status));

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, Statements(60), TestContext.Current.CancellationToken);

        Assert.Single(lrs.Asked);
        Assert.All(results, result => Assert.IsType<SendResult.Misconfigured>(result));
    }

    [Fact]
    public async Task A_known_statement_that_is_the_same_counts_as_there()
    {
        var statements = Statements(2);
        var theirs = Text(statements[1])[..^1] + ""","stored":"2026-01-01T00:00:00Z","version":"1.0.0","authority":{"mbox":"mailto:x@y.example"}}""";
        var lrs = new ScriptedLrs((request, body) => request.Method == HttpMethod.Get
            ? ScriptedLrs.Says(HttpStatusCode.OK, theirs)
            : body.Contains(statements[1].Id.ToString("D"), StringComparison.Ordinal)
                ? ScriptedLrs.Says(HttpStatusCode.Conflict, "known")
                : ScriptedLrs.Takes(body));

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, statements, TestContext.Current.CancellationToken);

        Assert.IsType<SendResult.Sent>(results[0]);
        Assert.IsType<SendResult.SameAlreadyThere>(results[1]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"id":"60d112fc-3150-5150-892c-4e1e41ddf21f","actor":{"mbox":"mailto:other@b.example"},"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"}}""", typeof(SendResult.Conflict))]
    [InlineData(HttpStatusCode.OK, "<html>hello</html>", typeof(SendResult.Conflict))]
    [InlineData(HttpStatusCode.OK, "[]", typeof(SendResult.Conflict))]
    [InlineData(HttpStatusCode.NotFound, "", typeof(SendResult.SameAlreadyThere))]
    [InlineData(HttpStatusCode.Forbidden, "", typeof(SendResult.Conflict))]
    [InlineData(HttpStatusCode.BadGateway, "", typeof(SendResult.Retry))]
    public async Task A_taken_id_is_looked_at(HttpStatusCode status, string body, Type expected)
    {
        var lrs = new ScriptedLrs((request, _) => request.Method == HttpMethod.Get
            ? ScriptedLrs.Says(status, body)
            : ScriptedLrs.Says(HttpStatusCode.Conflict, "known"));

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, Statements(1), TestContext.Current.CancellationToken);

        Assert.IsType(expected, results.Single());
    }

    [Fact]
    public async Task A_connection_cut_after_storing_is_tried_again_later()
    {
        var lrs = new ScriptedLrs((_, _) => throw new HttpRequestException("The connection was closed."));

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, Statements(1), TestContext.Current.CancellationToken);

        Assert.Contains("closed", Assert.IsType<SendResult.Retry>(results.Single()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        var lrs = new ScriptedLrs((_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) });

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, Statements(1), TestContext.Current.CancellationToken);

        Assert.Contains("longer than", Assert.IsType<SendResult.Retry>(results.Single()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up()
    {
        var lrs = new ScriptedLrs((_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream()) });

        var results = await lrs.Client(TimeSpan.FromMilliseconds(50)).SendAsync(
            ScriptedLrs.Endpoint, Statements(1), TestContext.Current.CancellationToken);

        Assert.Contains("No answer within", Assert.IsType<SendResult.Retry>(results.Single()).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_may_come_back_in_another_order_and_letter_case()
    {
        var statements = Statements(3);
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(
            HttpStatusCode.OK, $"[{string.Join(',', statements.AsEnumerable().Reverse().Select(statement => $"\"{statement.Id.ToString("D").ToUpperInvariant()}\""))}]"));

        Assert.All(
            await lrs.Client().SendAsync(ScriptedLrs.Endpoint, statements, TestContext.Current.CancellationToken),
            result => Assert.IsType<SendResult.Sent>(result));
    }

    [Theory]
    [InlineData("<html>We are back soon</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null, 7, \"x\"]")]
    [InlineData("[\"60d112fc-3150-5150-892c-4e1e41ddf21f\"]")]
    public async Task A_good_status_without_the_ids_is_not_taken_for_stored(string body)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.OK, body));

        var results = await lrs.Client().SendAsync(ScriptedLrs.Endpoint, Statements(60), TestContext.Current.CancellationToken);

        Assert.Single(lrs.Asked);
        Assert.Equal(60, results.Count);
        Assert.All(results, result => Assert.StartsWith("HTTP 200, but", Assert.IsType<SendResult.Retry>(result).Words, StringComparison.Ordinal));
        var test = await lrs.Client().TestAsync(ScriptedLrs.Endpoint, TestContext.Current.CancellationToken);
        Assert.Equal(TestAdvice.NotAStore, test.Advice);
    }

    [Theory]
    [InlineData("""{"version":["1.0.3","2.0.0"],"extensions":{}}""", XApiVersion.V200)]
    [InlineData("""{"version":["1.0.0","1.0.1","1.0.3"]}""", XApiVersion.V103)]
    [InlineData("""{"version":["0.9"]}""", null)]
    public async Task The_best_version_is_chosen(string about, XApiVersion? best)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.OK, about));

        var found = Assert.IsType<ProbeResult.Found>(
            await lrs.Client().ProbeAsync("https://lrs.example/xapi/statements", TestContext.Current.CancellationToken));

        Assert.Equal(best, found.Best);
        Assert.Equal("https://lrs.example/xapi/", found.Base.AbsoluteUri);
        Assert.Null(lrs.Asked.Single().Request.Headers.Authorization);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "", "/xapi/")]
    [InlineData(HttpStatusCode.MovedPermanently, "", "leads to")]
    [InlineData(HttpStatusCode.OK, "<html></html>", "not a record store")]
    [InlineData(HttpStatusCode.OK, "[]", "not a record store")]
    public async Task Advice_is_given_where_no_record_store_answers(HttpStatusCode status, string body, string advice)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(status, body));

        var missed = Assert.IsType<ProbeResult.NotFound>(
            await lrs.Client().ProbeAsync("https://lrs.example/xapi", TestContext.Current.CancellationToken));

        Assert.Contains(advice, missed.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_statement_is_voided_again()
    {
        var lrs = new ScriptedLrs((_, body) => ScriptedLrs.Takes(body));

        var result = await lrs.Client().TestAsync(ScriptedLrs.Endpoint, TestContext.Current.CancellationToken);

        Assert.True(result.Works);
        Assert.Contains("verbs/voided", lrs.Asked[1].Body, StringComparison.Ordinal);
        Assert.All(lrs.Asked, asked => Assert.Null(StatementValidator.Validate(Encoding.UTF8.GetBytes(asked.Body[1..^1]), XApiVersion.V103)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, TestAdvice.WrongKey)]
    [InlineData(HttpStatusCode.Forbidden, TestAdvice.MayNotWrite)]
    [InlineData(HttpStatusCode.NotFound, TestAdvice.NothingHere)]
    [InlineData(HttpStatusCode.BadRequest, TestAdvice.OtherVersion)]
    [InlineData(HttpStatusCode.ServiceUnavailable, TestAdvice.Unreachable)]
    public async Task The_usual_mistakes_are_explained(HttpStatusCode status, TestAdvice advice)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(status));

        var result = await lrs.Client().TestAsync(ScriptedLrs.Endpoint, TestContext.Current.CancellationToken);

        Assert.False(result.Works);
        Assert.Equal(advice, result.Advice);
    }

    private static string Text(FrozenStatement statement) => Encoding.UTF8.GetString(statement.Json.Span);

    private static List<FrozenStatement> Statements(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).Select(id =>
        new FrozenStatement(id, Encoding.UTF8.GetBytes(
            $$$"""{"id":"{{{id:D}}}","actor":{"mbox":"mailto:a@b.example"},"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"}}""")))];
}
