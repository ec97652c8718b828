using System.Net;
using System.Text;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class OddRequestsOnSqliteTests() : OddRequestTests(onPostgres: false);

public sealed class OddRequestsOnPostgresTests() : OddRequestTests(onPostgres: true);

/// <summary>Requests that no page of ours sends, and words that no keyboard types: answered with words, never with a fault of ours.</summary>
public abstract class OddRequestTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const string Nul = "\0";

    [Fact]
    public async Task A_nul_character_is_left_out_of_what_people_write_and_finds_nothing_in_addresses()
    {
        using var learner = await BeginAsync();
        await learner.PostAsync($"/evidence/write?handler=Keep&id={PieceId()}", ("Situation", "x" + Nul + "y\vz"), ("Behaviours", "quiet" + Nul));
        Assert.Equal("xy\nz", Stage.Look(db => db.Evidence.Single()).Draft.Situation);
        await learner.PostAsync("/buddies/join", ("code", "AB" + Nul + "CD"));
        Assert.Equal(HttpStatusCode.OK, learner.Status);
        await learner.PostAsync("/today/name", ("name", "Ada" + Nul));
        await learner.GoAsync("/statements?verb=%00&sprint=%00&behaviour=%00&from=%00");
        Assert.Equal(HttpStatusCode.OK, learner.Status);

        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        await teacher.PressAsync("setup.save", ("Title", "Second" + Nul + " cohort"));
        Assert.Equal("Second cohort", teacher.Heading);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_cut_before_an_emoji_and_the_learner_is_told_before_anything_is_sent()
    {
        using var learner = await BeginAsync();

        await learner.PressAsync("evidence.send", ("Situation", new string('a', 7999) + "🌟" + new string('b', 4000)), ("Action", "I asked."), ("Outcome", "Good."));

        Assert.Contains(Wording.Of("shared.cut"), learner.Text, StringComparison.Ordinal);
        var piece = Stage.Look(db => db.Evidence.Single());
        Assert.Equal((new string('a', 7999), 0), (piece.Draft.Situation, piece.Revision));
    }

    [Theory]
    [InlineData("PUT", "/evidence/write")]
    [InlineData("DELETE", "/evidence")]
    [InlineData("TRACE", "/statements")]
    [InlineData("POST", "/statements")]
    [InlineData("POST", "/evidence/write?handler=Nonsense")]
    public async Task What_a_page_does_not_do_is_answered_with_words(string method, string path)
    {
        using var learner = await BeginAsync();

        var (status, page) = await SendAsync(learner, new HttpMethod(method), path, null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, status);
        Assert.Contains(Wording.Of("shared.no-such-action"), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_can_not_be_read_is_answered_with_words()
    {
        using var learner = await BeginAsync();
        var path = $"/evidence/write?handler=Keep&id={PieceId()}";
        using var many = new FormUrlEncodedContent(Enumerable.Range(0, 1100).Select(row => KeyValuePair.Create($"Behaviours[{row}]", "quiet-voices")));
        using var broken = new StringContent("--x\r\nContent-Disposition: form-data; name=\"Situation\"\r\n\r\ncut off", Encoding.UTF8);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        foreach (var body in new HttpContent[] { many, broken })
        {
            var (status, page) = await SendAsync(learner, HttpMethod.Post, path, body);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Contains(Wording.Of("shared.unreadable"), page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("until=9999-12-31")]
    [InlineData("from=0001-01-01&until=0001-01-02")]
    public async Task A_day_at_the_end_of_time_is_no_fault_of_ours(string query)
    {
        using var learner = await BeginAsync();

        await learner.GoAsync("/statements?" + query);

        Assert.Equal(HttpStatusCode.OK, learner.Status);
    }

    [Theory]
    [InlineData("EndsOn", "9999-12-31", "America/New_York")]
    [InlineData("StartsOn", "0001-01-01", "Asia/Kolkata")]
    public async Task The_set_up_says_which_years_are_taken(string field, string day, string zone)
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");

        await teacher.PressAsync("setup.save", (field, day), ("TimeZone", zone));

        Assert.Contains("a last day between 2000 and 2199", teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_begins_with_the_mark_of_its_encoding()
    {
        using var learner = await BeginAsync();
        using var request = Request(learner, HttpMethod.Get, "/statements?handler=Csv");
        using var client = new HttpClient();

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'i', (byte)'d'], bytes[..5]);
    }

    [Fact]
    public async Task Blocking_a_platform_ends_its_sessions_at_the_next_request()
    {
        using var learner = await BeginAsync();
        Stage.Look(db => db.Platforms.ExecuteUpdate(set => set.SetProperty(row => row.Status, PlatformStatus.Blocked)));

        await learner.GoAsync("/evidence");
        Assert.Equal(HttpStatusCode.Unauthorized, learner.Status);

        Stage.Look(db => db.Platforms.ExecuteUpdate(set => set.SetProperty(row => row.Status, PlatformStatus.Active)));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_browser_that_says_nothing_but_a_foreign_origin_changes_nothing(string origin)
    {
        using var learner = await BeginAsync();
        using var request = Request(learner, HttpMethod.Post, "/evidence/new");
        request.Headers.Remove("Sec-Fetch-Site");
        request.Headers.Add("Origin", origin);
        using var client = new HttpClient();

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(Wording.Of("doors.from-elsewhere"), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<Visitor> BeginAsync()
    {
        var learner = await Room.OpenAsync(Learner, acceptsCookies: false);
        await learner.PressAsync("shared.start");
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await KeepAsync(learner, "Begun.");
        return learner;
    }

    private Guid PieceId() => Stage.Look(db => db.Evidence.Single()).Id;

    private static HttpRequestMessage Request(Visitor on, HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, on.InSession(path));
        request.Headers.Add("Sec-Fetch-Dest", "iframe");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return request;
    }

    private static async Task<(HttpStatusCode Status, string Page)> SendAsync(Visitor on, HttpMethod method, string path, HttpContent? body)
    {
        using var client = new HttpClient();
        using var request = Request(on, method, path);
        request.Content = body;
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
