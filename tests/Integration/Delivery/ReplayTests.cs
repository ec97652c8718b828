using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.XApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Delivery;

public sealed class ReplayOnSqliteTests() : ReplayTests(onPostgres: false);

public sealed class ReplayOnPostgresTests() : ReplayTests(onPostgres: true);

/// <summary>A record store that is added later gets what happened before, the same as if it had been there.</summary>
public abstract class ReplayTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const string Late = "late";

    [Fact]
    public async Task Exactly_the_missing_statements_of_the_days_come_with_their_ids_and_never_twice()
    {
        await using var late = await LrsHost.OnSqliteAsync();
        using var embedded = LrsHost.ClientOf(new Uri(Stage.ToolUrl), "key", "secret");
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();
        var early = await embedded.AllIdsAsync("");
        var (from, until) = Days();
        await Stage.MoveAsync(TimeSpan.FromDays(3));
        using var buddy = await StartAsync(Buddy);
        await Stage.SendAsync();
        var all = await embedded.AllIdsAsync("");
        await using var tool = await WithAsync(late);

        var queued = await ReplayAsync(tool, from, until);
        Assert.Equal(0, await ReplayAsync(tool, from, until));
        await DrainAsync(tool);
        Assert.Equal(early.Count, queued);
        Assert.Equal(early.Order(), (await late.Client.AllIdsAsync("")).Order());
        var rest = await ReplayAsync(tool, from, until.AddDays(3));
        await DrainAsync(tool);

        Assert.True(early.Count >= 2 && all.Count > early.Count, $"{early.Count} and {all.Count} statements are too few to tell anything.");
        Assert.Equal(all.Count - early.Count, rest);
        Assert.Equal(all.Order(), (await late.Client.AllIdsAsync("")).Order());
    }

    [Fact]
    public async Task A_store_that_the_settings_do_not_name_gets_nothing()
    {
        using var learner = await StartAsync(Learner);
        var (from, until) = Days();

        Assert.Equal(0, await ReplayAsync(Stage.Tool, from, until));
    }

    private protected override ValueTask<IReadOnlyDictionary<string, string?>> SettingsAsync() => new(new Dictionary<string, string?>
    {
        ["LearningBuddy:Lrs:Credentials:0:Key"] = "key",
        ["LearningBuddy:Lrs:Credentials:0:Secret"] = "secret",
    });

    /// <summary>The tool as it is after a restart with one more destination in its settings; its workers don't run.</summary>
    private async Task<WebApplication> WithAsync(LrsHost late)
    {
        var settings = Stage.Tool.Configuration.AsEnumerable()
            .Where(setting => setting.Key.StartsWith("LearningBuddy:", StringComparison.Ordinal) || setting.Key.StartsWith("ConnectionStrings:", StringComparison.Ordinal))
            .Append(new("LearningBuddy:Lrs:Destinations:0:Name", Late))
            .Append(new("LearningBuddy:Lrs:Destinations:0:Endpoint", new Uri(late.Address, "xapi/").AbsoluteUri))
            .Append(new("LearningBuddy:Lrs:Destinations:0:Key", "key"))
            .Append(new("LearningBuddy:Lrs:Destinations:0:Secret", "secret"));
        var tool = await LearningBuddyApp.BuildAsync(
            [$"--contentRoot={Stage.Tool.Environment.ContentRootPath}"], builder => builder.Configuration.AddInMemoryCollection(settings));
        tool.Services.GetRequiredService<ShiftableClock>().Offset = Stage.Clock.Offset;
        return tool;
    }

    private (DateOnly From, DateOnly Until) Days() => Stage.Look(db => (
        DateOnly.FromDateTime(db.Events.Min(row => row.OccurredAt).UtcDateTime), DateOnly.FromDateTime(db.Events.Max(row => row.OccurredAt).UtcDateTime)));

    private static async Task<int> ReplayAsync(WebApplication tool, DateOnly from, DateOnly until)
    {
        using var scope = tool.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<StatementReplay>().QueueAsync(Late, from, until, TestContext.Current.CancellationToken);
    }

    private static Task<int> DrainAsync(WebApplication tool) => tool.Services.GetRequiredService<OutboxWorker>().DrainAsync(TestContext.Current.CancellationToken);
}
