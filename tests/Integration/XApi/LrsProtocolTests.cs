using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

public sealed class SqliteLrsProtocolTests(SqliteLrsFixture fixture) : LrsProtocolTests(fixture), IClassFixture<SqliteLrsFixture>;

public sealed class PostgresLrsProtocolTests(PostgresLrsFixture fixture) : LrsProtocolTests(fixture), IClassFixture<PostgresLrsFixture>;

/// <summary>The HTTP side, where the suites leave gaps, the same on both databases.</summary>
public abstract class LrsProtocolTests(LrsFixture fixture)
{
    private HttpClient Client => fixture.Lrs.Client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/xapi/statements")]
    [InlineData("/xapi/statements/")]
    [InlineData("/xapi/v1/statements")]
    [InlineData("/xapi/v1/statements/")]
    public async Task Addresses_work_with_and_without_a_slash(string path) =>
        await Client.PostAsync(Statement(), path).ShouldBeAsync(HttpStatusCode.OK);

    [Theory]
    [InlineData("1.0.2", "1.0.3")]
    [InlineData("1.0", "1.0.3")]
    [InlineData("1.0.0", "1.0.3")]
    [InlineData("2.0", "2.0.0")]
    public async Task Clients_of_older_patches_are_served(string sent, string answered)
    {
        using var client = fixture.Lrs.ClientOf("key", "secret", sent);
        using var response = await client.PostAsync(Statement());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answered, response.Headers.GetValues("X-Experience-API-Version").Single());
    }

    [Theory]
    [InlineData("""{"context":{"contextActivities":{}}}""")]
    [InlineData("""{"context":{"contextActivities":{"parent":[],"grouping":[],"other":[]}}}""")]
    public async Task Empty_context_activities_of_authoring_tools_are_taken(string more) =>
        await Client.PostAsync(Statement(null, more)).ShouldBeAsync(HttpStatusCode.OK);

    [Theory]
    [InlineData("""{"result":null}""", "LRS-002 at result")]
    [InlineData("""{"context":{"instructor":{"mbox":null}}}""", "LRS-014 at context.instructor.mbox")]
    [InlineData("""{"timestamp":"2008-09-15T15:53:00.601-00:00"}""", "LRS-011 at timestamp")]
    public async Task Refusals_name_the_place(string more, string words) =>
        await Client.PostAsync(Statement(null, more)).ShouldBeAsync(HttpStatusCode.BadRequest, words);

    [Fact]
    public async Task A_program_gets_the_refusal_as_JSON()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/statements")
        {
            Content = Raw("""[{}]""", "application/json"),
            Headers = { { "Accept", "application/json" } },
        };
        using var response = await Client.SendAsync(request, Stop);

        Assert.Equal(
            """{"number":"LRS-008","path":"[0].actor","message":"This property is required."}""", await response.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("verb=http://x.example/v")]
    [InlineData("limit=1")]
    [InlineData("ascending=true")]
    [InlineData("since=2026-01-01T00:00:00Z")]
    public async Task One_statement_is_asked_for_alone(string other) => await Client
        .GetAsync($"/xapi/statements?statementId={Guid.NewGuid()}&{other}", Stop).ShouldBeAsync(HttpStatusCode.BadRequest, "LRS-140");

    [Theory]
    [InlineData("StatementId=60d112fc-3150-5150-892c-4e1e41ddf21f", "LRS-110")]
    [InlineData("limit=-1", "LRS-141")]
    [InlineData("limit=x", "LRS-141")]
    [InlineData("ascending=yes", "LRS-141")]
    [InlineData("since=yesterday", "LRS-141")]
    [InlineData("agent=ann", "LRS-001")]
    [InlineData("agent=%7B%22objectType%22%3A%22Group%22%2C%22member%22%3A%5B%5D%7D", "LRS-021")]
    [InlineData("limit=1&limit=2", "LRS-112")]
    [InlineData("limit=", "LRS-141")]
    [InlineData("agent=", "LRS-001")]
    [InlineData("statementId", "LRS-141")]
    public async Task Wrong_parameters_are_refused(string query, string number) =>
        await Client.GetAsync($"/xapi/statements?{query}", Stop).ShouldBeAsync(HttpStatusCode.BadRequest, number);

    [Theory]
    [InlineData("plain-boundary", "plain-boundary")]
    [InlineData("\"quoted boundary, with=signs\"", "quoted boundary, with=signs")]
    public async Task Parts_come_back_byte_for_byte(string header, string boundary)
    {
        var content = new byte[2000];
        RandomNumberGenerator.Fill(content);
        Encoding.ASCII.GetBytes("\r\n--plain\r\n").CopyTo(content, 700);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var statement = Statement(null, $$"""
            {"attachments":[{"usageType":"http://x.example/u","display":{"en":"A"},"contentType":"application/octet-stream","length":2000,"sha2":"{{hash}}"}]}
            """);
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Type: application/json\r\n\r\n{statement.ToJsonString()}\r\n"),
            .. Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {hash}\r\n\r\n"),
            .. content,
            .. Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n"),
        ];
        using var sent = new ByteArrayContent(body);
        sent.Headers.TryAddWithoutValidation("Content-Type", $"multipart/mixed; boundary={header}");
        await Client.PostAsync("/xapi/statements", sent, Stop).ShouldBeAsync(HttpStatusCode.OK);

        var read = await Client.GetByteArrayAsync($"/xapi/statements?statementId={statement["id"]}&attachments=true", Stop);

        Assert.True(read.AsSpan().IndexOf(content) > 0);
    }

    [Fact]
    public async Task A_part_with_another_hash_is_refused()
    {
        var hash = new string('a', 64);
        var body = $"--b\r\nContent-Type: application/json\r\n\r\n{Statement().ToJsonString()}\r\n--b\r\nContent-Type: text/plain\r\n"
            + $"Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {hash}\r\n\r\nhello\r\n--b--\r\n";

        await Client.PostAsync("/xapi/statements", Raw(body, "multipart/mixed; boundary=b"), Stop)
            .ShouldBeAsync(HttpStatusCode.BadRequest, "LRS-131");
    }

    [Fact]
    public async Task The_alternate_syntax_in_another_content_type_is_named_and_stores_nothing()
    {
        using var client = fixture.Lrs.ClientOf(null, null, "1.0.3");
        var (activity, agent) = (UniqueIri(), Agent("ada@school.example"));
        var form = $"stateId=bookmark&activityId={Escape(activity)}&agent={agent}&X-Experience-API-Version=1.0.3"
            + $"&Authorization={Escape("Basic a2V5OnNlY3JldA==")}&content=17";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/v1/activities/state?method=PUT")
        {
            Content = Raw(form, "text/plain;charset=UTF-8"),
        };
        using var answer = await client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var words = await answer.Content.ReadAsStringAsync(Stop);
        Assert.StartsWith("LRS-114", words, StringComparison.Ordinal);
        Assert.Contains("text/plain", words, StringComparison.Ordinal);
        var states = $"/xapi/v1/activities/state?activityId={Escape(activity)}&agent={agent}";
        Assert.Equal("[]", await Client.GetStringAsync(states, Stop));

        await client.PostAsync("/xapi/v1/activities/state?method=put", Raw(form, "application/x-www-form-urlencoded; charset=UTF-8"), Stop)
            .ShouldBeAsync(HttpStatusCode.NoContent);
        Assert.Equal("""["bookmark"]""", await Client.GetStringAsync(states, Stop));
    }

    [Fact]
    public async Task A_body_in_another_encoding_stores_nothing_and_a_byte_order_mark_does_no_harm()
    {
        var (wide, marked) = (Statement(), Statement());

        await Client.PostAsync("/xapi/statements", Bytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(wide.ToJsonString())], "application/json; charset=utf-16"), Stop)
            .ShouldBeAsync(HttpStatusCode.BadRequest, "LRS-001");
        await Client.GetAsync($"/xapi/statements?statementId={wide["id"]}", Stop).ShouldBeAsync(HttpStatusCode.NotFound);
        await Client.PostAsync("/xapi/statements", Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(marked.ToJsonString())], "application/json"), Stop)
            .ShouldBeAsync(HttpStatusCode.OK);
        Assert.NotNull(await Client.GetJsonAsync($"/xapi/statements?statementId={marked["id"]}"));

        var state = StateOf(UniqueIri());
        await Client.PutAsync(state, Bytes([0xEF, 0xBB, 0xBF, .. "{\"a\":1}"u8], "application/json"), Stop).ShouldBeAsync(HttpStatusCode.NoContent);
        await Client.PostAsync(state, Raw("""{"b":2}""", "application/json"), Stop).ShouldBeAsync(HttpStatusCode.NoContent);
        Assert.Equal("""{"a":1,"b":2}""", (await Client.GetJsonAsync(state)).ToJsonString());
        await Client.PostAsync(state, Bytes([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"c\":3}")], "application/json"), Stop)
            .ShouldBeAsync(HttpStatusCode.BadRequest);
        Assert.Equal("""{"a":1,"b":2}""", (await Client.GetJsonAsync(state)).ToJsonString());
    }

    [Theory]
    [InlineData("\"{0}-gzip\"")]
    [InlineData("W/\"{0}\"")]
    [InlineData("{0}")]
    public async Task A_bookmark_is_saved_although_a_proxy_changed_its_tag_and_not_over_another(string form)
    {
        var state = StateOf(UniqueIri());
        await Client.PutAsync(state, Raw("page 1", "text/plain"), Stop).ShouldBeAsync(HttpStatusCode.NoContent);
        using var read = await Client.GetAsync(state, Stop);
        var hash = read.Headers.ETag!.Tag.Trim('"');

        await PutIfAsync(state, "page 3", form.Replace("{0}", new string('0', hash.Length), StringComparison.Ordinal), HttpStatusCode.PreconditionFailed);
        Assert.Equal("page 1", await Client.GetStringAsync(state, Stop));
        await PutIfAsync(state, "page 2", form.Replace("{0}", form == "{0}" ? hash.ToUpperInvariant() : hash, StringComparison.Ordinal), HttpStatusCode.NoContent);
        Assert.Equal("page 2", await Client.GetStringAsync(state, Stop));
    }

    [Fact]
    public async Task The_alternate_syntax_of_the_older_version_works()
    {
        using var client = fixture.Lrs.ClientOf(null, null, "1.0.3");
        var statement = Statement();
        var form = $"method-less=&Authorization={Escape("Basic a2V5OnNlY3JldA==")}&statementId={statement["id"]}&content={Escape(statement.ToJsonString())}"
            .Replace("method-less=&", "", StringComparison.Ordinal);

        await client.PostAsync("/xapi/v1/statements?method=PUT", Raw(form, "application/x-www-form-urlencoded"), Stop)
            .ShouldBeAsync(HttpStatusCode.NoContent);

        Assert.NotNull(await Client.GetJsonAsync($"/xapi/statements?statementId={statement["id"]}"));
    }

    [Fact]
    public async Task HEAD_tells_what_GET_would_and_no_body()
    {
        var statement = Statement();
        await Client.PostAsync(statement).ShouldBeAsync(HttpStatusCode.OK);
        using var head = await Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, $"/xapi/statements?statementId={statement["id"]}"), Stop);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.True(head.Content.Headers.ContentLength > 100);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task Numbers_and_order_come_back_as_they_were_sent()
    {
        var text = """{"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"},"result":{"score":{"raw":1.2300e0},"extensions":{"http://x.example/e":[0.1,1e2,null,123456789012345678901234567890]}},"actor":{"mbox":"mailto:a@b.example"}}""";
        using var posted = await Client.PostAsync("/xapi/statements", Raw(text, "application/json"), Stop);
        var id = JsonNode.Parse(await posted.Content.ReadAsStringAsync(Stop))![0]!.GetValue<string>();

        var read = await Client.GetStringAsync($"/xapi/statements?statementId={id}", Stop);

        Assert.Contains(text[1..^1], read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/xapi/statements?agent={0}")]
    [InlineData("/xapi/agents/profile?agent={0}&profileId=p")]
    public async Task Nobody_reads_without_a_key(string path)
    {
        using var client = fixture.Lrs.ClientOf(null, null);

        using var response = await client.GetAsync(string.Format(null, path, Agent("a@b.example")), Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Basic", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    private static string StateOf(string activity) =>
        $"/xapi/activities/state?stateId=bookmark&activityId={Escape(activity)}&agent={Agent("ada@school.example")}";

    private static ByteArrayContent Bytes(byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private async Task PutIfAsync(string address, string words, string tag, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = Raw(words, "text/plain") };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        await Client.SendAsync(request, Stop).ShouldBeAsync(status);
    }
}
