using System.Text;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Statements;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>
/// Our client against record stores that go wrong on a real socket: nothing counts as sent that was not said to be stored. A connection cut after
/// storing stands in <see cref="LrsClientAgainstLrsTests"/>.
/// </summary>
public sealed class HostileLrsTests
{
    private readonly List<FrozenStatement> statements = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid())
        .Select(id => new FrozenStatement(id, Encoding.UTF8.GetBytes(Statement(id).ToJsonString())))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Ids => $"[{string.Join(',', statements.Select(statement => $"\"{statement.Id:D}\""))}]";

    [Fact]
    public async Task The_ids_of_what_was_sent_are_a_good_answer()
    {
        await using var lrs = new HostileLrs(_ => HostileLrs.Says("200 OK", Ids));

        Assert.All(await SendAsync(lrs.Address), result => Assert.IsType<SendResult.Sent>(result));
    }

    [Theory]
    [InlineData("200 OK", "text/html", "<html><body>We are back at 10.</body></html>")]
    [InlineData("200 OK", "application/json", "")]
    [InlineData("200 OK", "application/json", "[]")]
    [InlineData("200 OK", "application/json", "[\"60d112fc-3150-5150-892c-4e1e41ddf21f\"]")]
    [InlineData("200 OK", "application/json", "[\"60d112fc-3150-5150-892c-4e1e41ddf21f\"")]
    [InlineData("429 Too Many Requests", "text/plain", "slow down")]
    [InlineData("500 Internal Server Error", "text/html", "<html>oops</html>")]
    public async Task What_is_no_receipt_is_sent_again_later(string status, string contentType, string body)
    {
        await using var lrs = new HostileLrs(_ => HostileLrs.Says(status, body, contentType, "Retry-After: 17\r\n"));

        var results = await SendAsync(lrs.Address);

        Assert.Equal(1, lrs.Asked);
        Assert.All(results, result => Assert.Equal(TimeSpan.FromSeconds(17), Assert.IsType<SendResult.Retry>(result).After));
    }

    [Fact]
    public async Task An_answer_that_ends_in_the_middle_is_none()
    {
        await using var lrs = new HostileLrs(_ => HostileLrs.Says("200 OK", Ids)[..^40]);

        Assert.All(await SendAsync(lrs.Address), result => Assert.IsType<SendResult.Retry>(result));
    }

    [Fact]
    public async Task A_store_that_says_nothing_is_given_up()
    {
        await using var lrs = new HostileLrs(_ => null);

        Assert.All(
            await SendAsync(lrs.Address, TimeSpan.FromMilliseconds(200)),
            result => Assert.Contains("No answer within", Assert.IsType<SendResult.Retry>(result).Words, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<SendResult>> SendAsync(Uri address, TimeSpan? timeout = null)
    {
        using var http = new HttpClient();
        return await new LrsClient(http, TimeProvider.System, timeout)
            .SendAsync(new LrsEndpoint(new Uri(address, "xapi/"), XApiVersion.V200, "key", "secret"), statements, Stop);
    }
}
