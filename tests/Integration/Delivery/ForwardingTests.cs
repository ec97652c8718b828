using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Nodes;
using LearningBuddy.Tests.Integration.XApi;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.Delivery;

public sealed class ForwardingOnSqliteTests() : ForwardingTests(onPostgres: false);

public sealed class ForwardingOnPostgresTests() : ForwardingTests(onPostgres: true);

/// <summary>What other systems sent to the embedded record store goes on to a store that takes all of it, and to one that takes one journey's.</summary>
public abstract class ForwardingTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private static readonly Guid OneJourney = Guid.NewGuid();
    private LrsHost whole = null!;
    private LrsHost part = null!;
    private HttpClient embedded = null!;

    private string JourneyIri => $"{Stage.ToolUrl}/xapi/activities/journeys/{OneJourney:D}";

    public override async ValueTask DisposeAsync()
    {
        embedded?.Dispose();
        await base.DisposeAsync();
        await whole.DisposeAsync();
        await part.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_statement_of_another_system_goes_on_as_it_came()
    {
        var statement = Statement(more: """
            {"timestamp":"2026-01-02T03:04:05.678+02:00","result":{"response":"free text","score":{"scaled":0.50},"extensions":{"http://x.example/n":1.10}},
             "actor":{"objectType":"Agent","name":"Ann","account":{"homePage":"https://other.example","name":"7"}}}
            """);
        await SendAsync(statement);

        await ForwardAsync();

        var arrived = await whole.Client.GetJsonAsync($"/xapi/statements?statementId={Id(statement)}");
        var here = await Embedded.GetJsonAsync($"/xapi/statements?statementId={Id(statement)}");
        foreach (var own in new[] { "stored", "authority", "version" })
        {
            arrived.Remove(own);
            here.Remove(own);
        }

        Assert.Equal(here.ToJsonString(), arrived.ToJsonString());
    }

    [Fact]
    public async Task The_tools_own_statements_go_once_and_in_the_stores_form()
    {
        using var learner = await StartAsync(Learner);
        await Stage.SendAsync();

        Assert.Equal(0, await ForwardAsync());

        Assert.NotEmpty(await Embedded.AllIdsAsync("ascending=true"));
        Assert.Equal(await Embedded.AllIdsAsync("ascending=true"), await whole.Client.AllIdsAsync("ascending=true"));
        Assert.Empty(await part.Client.AllIdsAsync(""));
    }

    [Fact]
    public async Task The_data_of_attachments_travels_along()
    {
        const string Sha2 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        var statement = Statement(more: $$$"""
            {"attachments":[{"usageType":"http://x.example/recording","display":{"en":"Recording"},"contentType":"audio/x-test","length":5,"sha2":"{{{Sha2}}}"}]}
            """);
        await Embedded.PostAsync("/xapi/statements", Raw(
            $"--b\r\nContent-Type: application/json\r\n\r\n{statement.ToJsonString()}\r\n"
            + $"--b\r\nContent-Type: audio/x-test\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {Sha2}\r\n\r\nhello\r\n--b--\r\n",
            "multipart/mixed; boundary=b"), TestContext.Current.CancellationToken).ShouldBeAsync(HttpStatusCode.OK);

        await ForwardAsync();

        using var answer = await whole.Client.GetAsync($"/xapi/statements?statementId={Id(statement)}&attachments=true", TestContext.Current.CancellationToken);
        var body = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Content-Type: audio/x-test", body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nhello\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_one_journey_gets_what_belongs_to_it_and_what_refers_to_that()
    {
        var belongs = Statement(more: $$$"""{"context":{"contextActivities":{"grouping":[{"id":"{{{JourneyIri}}}"}]} } }""");
        var about = Statement(more: About(JourneyIri));
        var other = Statement();
        var answer = Statement(more: RefersTo(Guid.Parse(Id(belongs))));
        await SendAsync(belongs, about, other, answer);
        await ForwardAsync();
        var voiding = Statement(more: Voids(Guid.Parse(Id(about))));
        await SendAsync(voiding);

        await ForwardAsync();

        Assert.Equal(new[] { belongs, answer, voiding }.Select(Id), await part.Client.AllIdsAsync("ascending=true"));
        await part.Client.GetJsonAsync($"/xapi/statements?voidedStatementId={Id(about)}");
        Assert.Equal(new[] { belongs, other, answer, voiding }.Select(Id), await whole.Client.AllIdsAsync("ascending=true"));
    }

    [Fact]
    public async Task What_was_voided_before_it_could_go_stays()
    {
        var regretted = Statement();
        await SendAsync(regretted, Statement(more: Voids(Guid.Parse(Id(regretted)))));

        await ForwardAsync();

        await whole.Client.GetAsync($"/xapi/statements?voidedStatementId={Id(regretted)}", TestContext.Current.CancellationToken).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_tries_a_store_and_takes_the_test_statement_back()
    {
        using var admin = new Visitor { Dest = "document" };
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));
        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));
        await admin.FollowAsync("admin.record-stores");

        await admin.PressAsync("admin.send-test");

        Assert.Contains(Wording.Of("admin.test-stored"), admin.Text, StringComparison.Ordinal);
        Assert.Single(await whole.Client.AllIdsAsync(""));
    }

    [Fact]
    public async Task Nothing_goes_twice()
    {
        await SendAsync(Statement());
        Assert.Equal(1, await QueueAsync());

        Assert.Equal(0, await QueueAsync());
    }

    [Fact]
    public async Task Nodes_that_look_at_the_same_time_queue_once()
    {
        await SendAsync([.. Enumerable.Range(0, 50).Select(_ => Statement())]);

        var queued = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(QueueAsync)));

        Assert.Equal(50, queued.Sum());
    }

    [Fact]
    public async Task A_store_that_is_far_behind_gets_no_longer_queue()
    {
        var parkedForNow = TimeProvider.System.GetUtcNow().AddYears(1);
        Stage.Look(db =>
        {
            db.Deliveries.AddRange(Enumerable.Range(0, StatementForwarding.MostWaiting).Select(_ => WaitingStatement.To("whole", Guid.NewGuid(), parkedForNow)));
            return db.SaveChanges();
        });
        await SendAsync(Statement());
        Assert.Equal(0, await QueueAsync());

        Stage.Look(db =>
        {
            db.Deliveries.Remove(db.Deliveries.First(row => row.Destination == "whole"));
            return db.SaveChanges();
        });

        Assert.Equal(1, await QueueAsync());
    }

    private protected override async ValueTask<IReadOnlyDictionary<string, string?>> SettingsAsync()
    {
        whole = await LrsHost.OnSqliteAsync();
        part = await LrsHost.OnSqliteAsync();
        var settings = new Dictionary<string, string?>
        {
            ["LearningBuddy:Lrs:Credentials:0:Key"] = "key",
            ["LearningBuddy:Lrs:Credentials:0:Secret"] = "secret",
            ["LearningBuddy:Lrs:Destinations:1:Journeys:0"] = OneJourney.ToString("D"),
        };
        foreach (var (index, name, host) in new[] { (0, "whole", whole), (1, "part", part) })
        {
            var section = $"LearningBuddy:Lrs:Destinations:{index}:";
            settings[section + "Name"] = name;
            settings[section + "Endpoint"] = new Uri(host.Address, "xapi/").AbsoluteUri;
            settings[section + "Key"] = "key";
            settings[section + "Secret"] = "secret";
            settings[section + "IncludeText"] = "true";
            settings[section + "Forward"] = "true";
        }

        return settings;
    }

    private HttpClient Embedded => embedded ??= LrsHost.ClientOf(new Uri(Stage.ToolUrl), "key", "secret");

    private Task SendAsync(params JsonNode[] statements) => Embedded.PostAsync(new JsonArray(statements.Select(one => one.DeepClone()).ToArray())).ShouldBeAsync(HttpStatusCode.OK);

    private async Task<int> ForwardAsync()
    {
        var queued = await QueueAsync();
        await Stage.SendAsync();
        return queued;
    }

    private Task<int> QueueAsync() => Stage.Tool.Services.GetRequiredService<ForwardingWorker>().QueueAsync(TestContext.Current.CancellationToken);

    private static string Id(JsonNode statement) => statement["id"]!.GetValue<string>();
}
