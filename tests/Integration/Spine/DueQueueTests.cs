using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Spine;

/// <summary>On SQLite.</summary>
public sealed class DueQueueOnSqliteTests() : DueQueueTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class DueQueueOnPostgresTests() : DueQueueTests(onPostgres: true);

/// <summary>What the queue of due items promises: nobody handles what somebody else holds, and nothing is lost with a worker that dies.</summary>
public abstract class DueQueueTests(bool onPostgres) : IAsyncLifetime
{
    private readonly ShiftableClock clock = new();
    private TestDatabase database = null!;
    private DatabaseAddress address = null!;
    private WriteGate gate = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(onPostgres);
        address = DatabaseAddress.From(database.ConnectionString, database.Folder);
        gate = new WriteGate(address.IsSqlite);
        await using var db = database.Open();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Four_workers_claim_each_item_once()
    {
        await PlanAsync(450, at: clock.GetUtcNow());

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => ClaimAllAsync($"worker {worker}")));

        var ids = claimed.SelectMany(items => items).ToList();
        Assert.Equal((450, 450), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task What_lies_ahead_is_not_claimed_and_the_longest_due_comes_first()
    {
        await PlanAsync(3, clock.GetUtcNow().AddHours(1));
        await PlanAsync(1, clock.GetUtcNow().AddMinutes(-1));
        await PlanAsync(1, clock.GetUtcNow().AddMinutes(-2));

        var claimed = await ClaimAsync("worker");

        Assert.Equal(2, claimed.Count);
        Assert.True(claimed[0].DueAt < claimed[1].DueAt);
    }

    [Fact]
    public async Task What_a_dead_worker_held_is_free_again_when_the_lease_runs_out()
    {
        await PlanAsync(3, clock.GetUtcNow());
        Assert.Equal(3, (await ClaimAsync("dead")).Count);
        Assert.Empty(await ClaimAsync("alive"));

        clock.Offset += DueQueue.Lease;

        Assert.Equal(3, (await ClaimAsync("alive")).Count);
    }

    [Fact]
    public async Task What_is_planned_again_while_it_is_handled_stays_planned()
    {
        await PlanAsync(1, clock.GetUtcNow());
        var item = (await ClaimAsync("worker"))[0];
        await using (var db = database.Open())
        {
            await DuePlan.KeepAsync(db, [new PlannedItem(DueItemRow.Of(item.Kind, item.SubjectId, clock.GetUtcNow().AddDays(1)), IsNew: false)], Stop);
            await db.SaveChangesAsync(Stop);
        }

        await WithQueueAsync(async queue => await queue.SettleAsync(item, again: null, Stop));

        clock.Offset += TimeSpan.FromDays(1.1);
        Assert.Equal(item.Id, Assert.Single(await ClaimAsync("worker")).Id);
    }

    [Fact]
    public async Task What_was_settled_while_it_is_planned_again_is_planned()
    {
        await PlanAsync(1, clock.GetUtcNow());
        var item = (await ClaimAsync("worker"))[0];
        await WithQueueAsync(async queue => await queue.SettleAsync(item, again: null, Stop));
        await using var db = database.Open();

        await DuePlan.KeepAsync(db, [new PlannedItem(DueItemRow.Of(item.Kind, item.SubjectId, clock.GetUtcNow()), IsNew: false)], Stop);
        await db.SaveChangesAsync(Stop);

        Assert.Equal(item.Id, Assert.Single(await ClaimAsync("worker")).Id);
    }

    [Fact]
    public async Task What_fails_comes_again_later_and_holds_up_no_other()
    {
        await PlanAsync(2, clock.GetUtcNow());
        var items = await ClaimAsync("worker");
        await WithQueueAsync(async queue =>
        {
            await queue.FailAsync(items[0], "TimeoutException", Stop);
            await queue.SettleAsync(items[1], again: null, Stop);
        });
        Assert.Empty(await ClaimAsync("worker"));

        clock.Offset += TimeSpan.FromMinutes(1);

        var again = Assert.Single(await ClaimAsync("worker"));
        Assert.Equal((items[0].Id, 1, "TimeoutException"), (again.Id, again.Attempts, again.LastFault));
    }

    [Fact]
    public async Task What_is_due_is_found_in_the_index_among_all_that_lies_ahead()
    {
        await PlanAsync(20_000, clock.GetUtcNow().AddDays(3));
        await PlanAsync(50, clock.GetUtcNow().AddMinutes(-1));
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("ANALYZE", Stop);
        var now = clock.GetUtcNow().UtcDateTime;

        var plan = await PlanOfAsync(db, now);

        Assert.Contains("IX_due_item_DueAt", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN due_item", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private async Task<string> PlanOfAsync(BuddyDbContext db, DateTime now)
    {
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (onPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + DueQueue.Due.Replace("{0}", "@now", StringComparison.Ordinal);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@now", now);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var lines = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            lines.Add(reader.GetString(onPostgres ? 0 : 3));
        }

        return string.Join('\n', lines);
    }

    private async Task PlanAsync(int count, DateTimeOffset at)
    {
        await using var db = database.Open();
        db.DueItems.AddRange(Enumerable.Range(0, count).Select(_ => DueItemRow.Of(DueKind.Nudge, Guid.CreateVersion7(), at)));
        await db.SaveChangesAsync(Stop);
    }

    private async Task WithQueueAsync(Func<DueQueue, Task> work)
    {
        await using var db = database.Open();
        await work(new DueQueue(db, gate, address, clock));
    }

    private async Task<IReadOnlyList<DueItemRow>> ClaimAsync(string owner)
    {
        await using var db = database.Open();
        return await new DueQueue(db, gate, address, clock).ClaimAsync(owner, Stop);
    }

    private async Task<List<Guid>> ClaimAllAsync(string owner)
    {
        var all = new List<Guid>();
        while (await ClaimAsync(owner) is { Count: > 0 } items)
        {
            all.AddRange(items.Select(item => item.Id));
        }

        return all;
    }
}
