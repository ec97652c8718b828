using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Found;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.XApi;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class FoundEvidenceSourceOnSqliteTests() : FoundEvidenceSourceTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class FoundEvidenceSourceOnPostgresTests() : FoundEvidenceSourceTests(onPostgres: true);

/// <summary>Evidence in record stores that the settings name as sources: the first is down, the second is a real one.</summary>
public abstract class FoundEvidenceSourceTests(bool onPostgres) : FoundEvidenceScene(onPostgres)
{
    private readonly ShiftableClock sourceClock = new();
    private readonly List<string> answersOfTheFirst = [];
    private HostileLrs down = null!;
    private LrsHost source = null!;
    private SourceInBetween between = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await down.DisposeAsync();
        await between.DisposeAsync();
        await source.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_another_store_holds_is_offered_once_although_it_is_read_again()
    {
        using var learner = await ReadyAsync();
        await SendAsync(Call(1));

        await ReadAsync();
        await ReadAsync();
        await learner.GoAsync("/today");

        Assert.Contains(Wording.Of("found.found", "A difficult call"), learner.Text, StringComparison.Ordinal);
        Assert.Equal(1, Offered());
        var cursor = Stage.Look(db => db.StatementCursors.Single(row => row.Source == "source:simulator").StoredAt);
        Assert.Equal(await StoredAsync(1), cursor);
        Assert.Equal(
            [null, cursor - TimeSpan.FromMinutes(5)],
            between.Asked.Select(asked => asked.TryGetValue("since", out var since) ? DateTimeOffset.Parse(since, CultureInfo.InvariantCulture) : (DateTimeOffset?)null));
    }

    [Fact]
    public async Task The_same_statement_in_the_embedded_store_too_is_offered_once()
    {
        using var learner = await ReadyAsync();
        await SendAsync(Call(1));
        using var embedded = LrsHost.ClientOf(new Uri(Stage.ToolUrl), "key", "secret");
        await embedded.PostAsync(Call(1)).ShouldBeAsync(HttpStatusCode.OK);

        await ReadAsync();

        Assert.Equal(1, Offered());
    }

    [Fact]
    public async Task What_could_be_seen_late_is_found_in_the_overlap()
    {
        using var learner = await ReadyAsync();
        between.Hides.Add(Id(1));
        await SendAsync(Call(1));
        sourceClock.Offset += TimeSpan.FromMinutes(2);
        await SendAsync(Call(2));
        await ReadAsync();
        Assert.Equal(1, Offered());

        between.Hides.Clear();
        await ReadAsync();

        Assert.Equal(2, Offered());
    }

    [Fact]
    public async Task What_the_source_takes_back_is_no_longer_offered()
    {
        using var learner = await ReadyAsync();
        await SendAsync(Call(1), Call(2));
        await ReadAsync();

        await SendAsync(Statement(more: Voids(Guid.Parse(Id(1)))));
        await ReadAsync();

        Assert.Equal(FoundState.Voided, Stage.Look(db => db.FoundEvidence.Single(found => found.StatementId == Guid.Parse(Id(1))).State));
        Assert.Equal(FoundState.Offered, Stage.Look(db => db.FoundEvidence.Single(found => found.StatementId == Guid.Parse(Id(2))).State));
    }

    [Fact]
    public async Task A_source_that_ignores_since_is_not_read_whole_each_time()
    {
        using var learner = await ReadyAsync();
        between.Ignores.Add("since");
        sourceClock.Offset = TimeSpan.FromHours(-2);
        await SendAsync([.. Enumerable.Range(0, 600).Select(Call)]);
        await ReadAsync();
        Assert.Equal(600, Offered());
        sourceClock.Offset = TimeSpan.Zero;
        await SendAsync(Call(1000), Call(1001));

        await ReadAsync();
        Assert.Equal(602, Offered());
        await ReadAsync();
        between.Forget();
        await SendAsync(Call(1002));
        await ReadAsync();

        Assert.Equal(603, Offered());
        Assert.InRange(between.Asked.Count, 1, 2);
        Assert.Equal("false", between.Asked[0]["ascending"]);
    }

    [Fact]
    public async Task A_source_that_sends_the_newest_first_whatever_is_asked_is_read_to_its_end()
    {
        using var learner = await ReadyAsync();
        between.Ignores.UnionWith(["since", "ascending"]);
        await SendAsync([.. Enumerable.Range(0, 250).Select(Call)]);

        await ReadAsync();

        Assert.Equal(250, Offered());
        Assert.Equal(await StoredAsync(249), Stage.Look(db => db.StatementCursors.Single(row => row.Source == "source:simulator").StoredAt));
    }

    [Theory]
    [InlineData("503 Service Unavailable", "Retry-After: 600\r\n", 10)]
    [InlineData("503 Service Unavailable", "", 1)]
    [InlineData("401 Unauthorized", "", 15)]
    public async Task A_source_that_is_down_holds_up_no_other_and_is_left_alone_for_a_while(string status, string headers, int minutes)
    {
        using var learner = await ReadyAsync();
        answersOfTheFirst.Add(HostileLrs.Says(status, "", headers: headers));
        await SendAsync(Call(1));

        await ReadAsync();
        Assert.Equal((1, 1), (Offered(), down.Asked));
        Stage.Clock.Offset += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(20);
        await ReadAsync();
        Assert.Equal(1, down.Asked);
        Stage.Clock.Offset += TimeSpan.FromSeconds(21);
        await ReadAsync();

        Assert.Equal(2, down.Asked);
    }

    /// <summary>Some stores answer so although no attachments were asked for.</summary>
    [Fact]
    public async Task A_source_that_answers_in_parts_is_shown_as_failing_with_what_it_sent()
    {
        answersOfTheFirst.Add(HostileLrs.Says("200 OK", "--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--", "multipart/mixed; boundary=b"));
        using var teacher = await SetRuleAsync();
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");

        await teacher.FollowAsync("found.try-rules");

        var note = teacher.Page.QuerySelector(".note.alert")!.TextContent;
        Assert.Contains("broken", note, StringComparison.Ordinal);
        Assert.Contains("multipart/mixed", note, StringComparison.Ordinal);
        Assert.DoesNotContain("simulator", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pause_of_a_source_that_stays_down_grows_and_ends_when_it_answers()
    {
        answersOfTheFirst.Add(HostileLrs.Says("500 Internal Server Error", ""));
        await ReadAsync();
        Stage.Clock.Offset += TimeSpan.FromMinutes(1);
        await ReadAsync();
        Stage.Clock.Offset += TimeSpan.FromMinutes(1);
        await ReadAsync();
        Assert.Equal(2, down.Asked);

        answersOfTheFirst[0] = HostileLrs.Says("200 OK", """{"statements":[],"more":""}""");
        Stage.Clock.Offset += TimeSpan.FromMinutes(1);
        await ReadAsync();
        await ReadAsync();

        Assert.Equal(4, down.Asked);
    }

    private protected override async ValueTask<IReadOnlyDictionary<string, string?>> SettingsAsync()
    {
        down = new HostileLrs(_ => answersOfTheFirst is [var answer] ? answer : HostileLrs.Says("200 OK", """{"statements":[]}"""));
        source = await LrsHost.OnSqliteAsync(sourceClock);
        between = await SourceInBetween.StartAsync(source);
        return new Dictionary<string, string?>
        {
            ["LearningBuddy:Lrs:Credentials:0:Key"] = "key",
            ["LearningBuddy:Lrs:Credentials:0:Secret"] = "secret",
            ["LearningBuddy:Lrs:Sources:0:Name"] = "broken",
            ["LearningBuddy:Lrs:Sources:0:Endpoint"] = new Uri(down.Address, "xapi/").AbsoluteUri,
            ["LearningBuddy:Lrs:Sources:0:Key"] = "key",
            ["LearningBuddy:Lrs:Sources:0:Secret"] = "secret",
            ["LearningBuddy:Lrs:Sources:1:Name"] = "simulator",
            ["LearningBuddy:Lrs:Sources:1:Endpoint"] = between.Endpoint,
            ["LearningBuddy:Lrs:Sources:1:Key"] = "key",
            ["LearningBuddy:Lrs:Sources:1:Secret"] = "secret",
        };
    }

    private async Task<Kit.Visitor> ReadyAsync()
    {
        using var teacher = await SetRuleAsync();
        return await StartAsync(Learner);
    }

    private JsonObject Call(int number) => Statement(Guid.Parse(Id(number)), JsonSerializer.Serialize(new
    {
        actor = Actor(),
        verb = new { id = Passed },
        @object = new { id = $"https://sim.example/calls/{Number(number)}", definition = new { name = new Dictionary<string, string> { ["en"] = "A difficult call" } } },
        result = new { score = new { scaled = 0.9 } },
        timestamp = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
    }));

    private static string Id(int number) => $"00000000-0000-4000-8000-{number:D12}";

    private Task SendAsync(params JsonNode[] statements) => source.Client.PostAsync(new JsonArray(statements)).ShouldBeAsync(HttpStatusCode.OK);

    private async Task<DateTimeOffset> StoredAsync(int number) => DateTimeOffset.Parse(
        (await source.Client.GetJsonAsync($"/xapi/statements?statementId={Id(number)}"))["stored"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private int Offered() => Stage.Look(db => db.FoundEvidence.Count());
}
