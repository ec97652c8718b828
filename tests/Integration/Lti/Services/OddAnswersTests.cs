using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>What fuzzing found, or writing it brought to light, one by one, over a real socket.</summary>
public sealed class OddAnswersTests : IAsyncLifetime
{
    private const string Item = """{"id":"http://127.0.0.1/good","scoreMaximum":100,"label":"Practise"}""";

    private readonly HostilePlatform lms = new();
    private LtiHost tool = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri At => new(lms.Address, "/9/list");

    private Platform Platform => new()
    {
        Id = Guid.NewGuid(),
        Issuer = lms.Issuer,
        ClientId = "c",
        AuthorizationEndpoint = new Uri(lms.Address, "/auth"),
        TokenEndpoint = new Uri(lms.Address, "/token"),
        JwksUri = new Uri(lms.Address, "/jwks"),
    };

    public async ValueTask InitializeAsync() => tool = await LtiHost.StartAsync(TimeProvider.System.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await tool.DisposeAsync();
        await lms.DisposeAsync();
    }

    [Theory]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"utf8\"")]
    public async Task A_charset_that_nobody_knows_is_read_as_utf8(string type)
    {
        lms.Answers["/9/list"] = HostileAnswer.Good($"[{Item.Replace("Practise", "Übung", StringComparison.Ordinal)}]", type);

        Assert.Equal("Übung", Assert.Single(await ColumnsAsync()).Label);
    }

    [Theory]
    [InlineData("//")]
    [InlineData("http://[")]
    public async Task A_redirect_to_no_address_is_the_platforms_failure(string place)
    {
        lms.Answers["/9/list"] = new HostileAnswer("302 Found", [("Location", place)], []);

        await Assert.ThrowsAsync<LtiServiceException>(ColumnsAsync);
    }

    [Fact]
    public async Task A_name_that_stands_twice_in_a_column_goes_back_once()
    {
        lms.Answers["/9/list"] = HostileAnswer.Good(Item.Replace("}", ",\"own\":1,\"own\":{\"a\":null}}", StringComparison.Ordinal));

        var changed = await tool.Get<LineItemsClient>().ChangeAsync(Platform, At, item => item with { ScoreMaximum = 10 }, Stop);

        Assert.Equal("""{"id":"http://127.0.0.1/good","scoreMaximum":10,"label":"Practise","own":{"a":null}}""", (changed with { ScoreMaximum = 10 }).Write());
    }

    [Fact]
    public async Task A_number_beyond_all_numbers_is_none()
    {
        lms.Answers["/9/list"] = HostileAnswer.Good($"[{Item.Replace("100", "1e999", StringComparison.Ordinal)},{Item}]");
        Assert.Equal(100, Assert.Single(await ColumnsAsync()).ScoreMaximum);

        lms.Answers["/9/list/results"] = HostileAnswer.Good("""[{"userId":"7","resultScore":-1e999,"resultMaximum":1e999}]""");
        var result = Assert.Single(await tool.Get<GradesClient>().ReadResultsAsync(Platform, At, "7", Stop));
        Assert.Equal((null, null), (result.Score, result.Maximum));
    }

    [Fact]
    public async Task A_value_that_is_nested_for_no_reason_costs_no_other_column()
    {
        var nested = Item.Replace("\"Practise\"", new string('[', 200) + new string(']', 200), StringComparison.Ordinal);
        lms.Answers["/9/list"] = HostileAnswer.Good($"[{nested},{Item}]");

        Assert.Contains("Practise", (await ColumnsAsync()).Select(column => column.Label));
    }

    [Theory]
    [InlineData("a\\r\\nX-Odd: 1")]
    [InlineData("a b")]
    [InlineData("\\u00e9")]
    public async Task A_token_that_no_request_can_carry_is_none(string token)
    {
        lms.Answers["/token"] = HostileAnswer.Good($$"""{"access_token":"{{token}}"}""");

        Assert.Equal(ServiceFault.Unreachable, (await Assert.ThrowsAsync<LtiServiceException>(ColumnsAsync)).Fault);
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Who_asks_to_wait_for_years_is_asked_again_after_a_day(string wait)
    {
        lms.Answers["/9/list"] = new HostileAnswer("429 Slow", [("Retry-After", wait)], []);

        Assert.Equal(TimeSpan.FromDays(1), (await Assert.ThrowsAsync<LtiServiceException>(ColumnsAsync)).RetryAfter);
    }

    [Fact]
    public async Task Somebody_with_an_id_that_no_launch_may_have_costs_nobody_else_theirs()
    {
        lms.Answers["/9/list"] = HostileAnswer.Good($$"""{"members":[{"user_id":"{{new string('x', 256)}}"},{"user_id":"7"}]}""");

        var roster = await tool.Get<RosterClient>().ReadAsync(Platform, At, null, Stop);

        Assert.Equal("7", Assert.Single(roster.Members).Subject);
    }

    private Task<IReadOnlyList<LineItem>> ColumnsAsync() => tool.Get<LineItemsClient>().ListAsync(Platform, At, null, null, Stop);
}
