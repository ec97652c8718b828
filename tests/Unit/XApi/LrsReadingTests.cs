using System.Net;
using LearningBuddy.XApi.Client;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class LrsReadingTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Pages_are_read_to_the_end()
    {
        var lrs = new ScriptedLrs((request, _) => ScriptedLrs.Says(HttpStatusCode.OK, request.RequestUri!.Query.Contains("page=2", StringComparison.Ordinal)
            ? Page("", Statement(3))
            : Page("/xapi/statements?page=2", Statement(1), Statement(2))));

        var read = await ReadAsync(lrs);

        Assert.Equal([1, 2, 3], read.Select(statement => statement.StoredAt.Second));
        Assert.Contains("ascending=true", lrs.Asked[0].Request.RequestUri!.Query, StringComparison.Ordinal);
        Assert.Contains("since=2026-01-01T00%3A00%3A00.000Z", lrs.Asked[0].Request.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/xapi/statements?page=2")]
    [InlineData("http://lrs.example/xapi/statements?page=2")]
    [InlineData("//evil.example/x")]
    public async Task Credentials_go_to_no_other_server(string more)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.OK, Page(more, Statement(1))));

        var failure = await Assert.ThrowsAsync<LrsReadException>(() => ReadAsync(lrs));

        Assert.False(failure.MayPass);
        Assert.Single(lrs.Asked);
    }

    [Fact]
    public async Task A_circle_of_pages_ends()
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.OK, Page("/xapi/statements?page=2", Statement(1))));

        await Assert.ThrowsAsync<LrsReadException>(() => ReadAsync(lrs));

        Assert.Equal(2, lrs.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "<html>", true)]
    [InlineData(HttpStatusCode.OK, "[]", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "", true)]
    [InlineData(HttpStatusCode.Unauthorized, "", false)]
    public async Task Other_answers_say_whether_they_may_pass(HttpStatusCode status, string body, bool mayPass)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(status, body));

        Assert.Equal(mayPass, (await Assert.ThrowsAsync<LrsReadException>(() => ReadAsync(lrs))).MayPass);
    }

    [Fact]
    public async Task What_has_no_id_is_left_out()
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.OK, Page("", "{}", "null", "7", Statement(1))));

        Assert.Single(await ReadAsync(lrs));
    }

    [Fact]
    public async Task An_answer_in_parts_is_named_as_such()
    {
        var lrs = new ScriptedLrs((_, _) =>
        {
            var answer = ScriptedLrs.Says(HttpStatusCode.OK, "--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--");
            answer.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/mixed; boundary=b");
            return answer;
        });

        var failure = await Assert.ThrowsAsync<LrsReadException>(() => ReadAsync(lrs));

        Assert.Contains("multipart/mixed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"stored\":\"2026-02-12T15:33:18.656000+00:00\"", "2026-02-12T15:33:18.6560000Z")]
    [InlineData("\"stored\":\"2026-02-12 15:33:18Z\"", "2026-02-12T15:33:18.0000000Z")]
    [InlineData("\"stored\":\"2026-02-12T15:33:18.123456789Z\"", "2026-02-12T15:33:18.1234567Z")]
    [InlineData("\"timestamp\":\"2026-03-01T08:00:00Z\"", "2026-03-01T08:00:00.0000000Z")]
    [InlineData("\"stored\":1767225600000,\"timestamp\":\"2026-03-01T08:00:00Z\"", "2026-03-01T08:00:00.0000000Z")]
    [InlineData("\"timestamp\":\"2025-03-01T08:00:00Z\"", "2026-01-01T00:00:00.0000000Z")]
    [InlineData("\"timestamp\":\"2099-03-01T08:00:00Z\"", "2026-06-01T00:00:00.0000000Z")]
    [InlineData("\"stored\":null", "2026-06-01T00:00:00.0000000Z")]
    public async Task No_statement_vanishes_for_the_form_of_its_time(string member, string storedAt)
    {
        var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.OK, Page("", $$"""{"id":"{{Guid.NewGuid():D}}",{{member}}}""")));

        var read = Assert.Single(await ReadAsync(lrs));

        Assert.Equal(storedAt, read.StoredAt.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<List<ReadStatement>> ReadAsync(ScriptedLrs lrs)
    {
        var read = new List<ReadStatement>();
        var question = new ReadQuestion(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await foreach (var statement in lrs.Client(clock: Clock).ReadAsync(ScriptedLrs.Endpoint, question, TestContext.Current.CancellationToken))
        {
            read.Add(statement);
        }

        return read;
    }

    private static string Page(string more, params string[] statements) => $$"""{"statements":[{{string.Join(',', statements)}}],"more":"{{more}}"}""";

    private static string Statement(int second) => $$"""{"id":"{{Guid.NewGuid():D}}","stored":"2026-01-01T00:00:0{{second}}Z"}""";
}
