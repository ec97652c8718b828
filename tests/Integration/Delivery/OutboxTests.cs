using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Delivery;

public sealed class OutboxOnSqliteTests() : OutboxTests(onPostgres: false);

public sealed class OutboxOnPostgresTests() : OutboxTests(onPostgres: true);

/// <summary>The outbox's promises: nobody sends what somebody else holds, and nothing is lost with a worker that dies.</summary>
public abstract class OutboxTests(bool onPostgres) : IAsyncLifetime
{
    private const string Embedded = "embedded";
    private readonly ShiftableClock clock = new();
    private TestDatabase database = null!;
    private DatabaseAddress address = null!;
    private WriteGate gate = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(onPostgres);
        address = DatabaseAddress.From(database.ConnectionString, database.Folder);
        gate = new WriteGate(address.IsSqlite);
        await using var db = Context();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Eight_workers_claim_each_row_once()
    {
        await AddAsync(200);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => ClaimAllAsync($"worker {worker}")));

        var ids = claimed.SelectMany(rows => rows).ToList();
        Assert.Equal((200, 200), (ids.Count, ids.Distinct().Count()));
    }

    [Fact]
    public async Task What_a_dead_worker_held_is_free_again_when_the_lease_runs_out()
    {
        await AddAsync(3);
        Assert.Equal(3, (await ClaimAsync("dead")).Count);
        Assert.Empty(await ClaimAsync("alive"));

        clock.Offset += Outbox.Lease;

        Assert.Equal(3, (await ClaimAsync("alive")).Count);
    }

    [Fact]
    public async Task A_row_that_another_worker_holds_by_now_is_not_settled()
    {
        await AddAsync(1);
        var slow = await ClaimAsync("slow");
        clock.Offset += Outbox.Lease;
        await ClaimAsync("fast");

        await SettleAsync("slow", slow, new DeliveryOutcome.Park("too late"));

        await using var db = Context();
        Assert.Equal(DeliveryState.Waiting, (await db.Deliveries.SingleAsync(TestContext.Current.CancellationToken)).State);
    }

    [Fact]
    public async Task A_failed_try_waits_longer_each_time_and_is_parked_in_the_end()
    {
        await AddAsync(1);
        for (var attempt = 1; attempt <= RetryPolicy.MostAttempts; attempt++)
        {
            var rows = await ClaimAsync("worker");
            Assert.True(rows.Count == 1, $"Not due at attempt {attempt}.");
            await SettleAsync("worker", rows, new DeliveryOutcome.Again("no answer"));
            Assert.Empty(await ClaimAsync("worker"));
            clock.Offset += TimeSpan.FromHours(1);
        }

        await using var db = Context();
        var row = await db.Deliveries.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((DeliveryState.Parked, RetryPolicy.MostAttempts, "no answer"), (row.State, row.Attempts, row.LastAnswer));
    }

    [Fact]
    public async Task The_same_thing_is_never_queued_twice()
    {
        await AddAsync(1);

        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(1));

        Assert.True(UniqueViolation.Is(fault));
    }

    [Fact]
    public async Task Each_destination_has_a_queue_of_its_own()
    {
        await AddAsync(3, "one");
        await AddAsync(2, "two");
        await using var db = Context();
        var outbox = new Outbox(db, gate, address, clock);

        Assert.Equal(["one", "two"], (await outbox.DueAsync(CancellationToken.None)).Select(lane => lane.Destination).Order());
        Assert.Equal(["two", "two"], (await outbox.ClaimAsync("worker", new LaneKey(DeliveryKind.Statement, "two"), 7, CancellationToken.None)).Select(row => row.Destination));
        Assert.Equal(["one"], (await outbox.DueAsync(CancellationToken.None)).Select(lane => lane.Destination));
    }

    private BuddyDbContext Context() => TestDatabase.Open(address);

    private async Task AddAsync(int count, string destination = Embedded)
    {
        await using var db = Context();
        db.Deliveries.AddRange(Enumerable.Range(0, count).Select(i => new DeliveryRow
        {
            Id = Guid.CreateVersion7(),
            Destination = destination,
            DedupeKey = $"row {i} for {destination}",
            NextAttemptAt = clock.GetUtcNow(),
            CreatedAt = clock.GetUtcNow(),
        }));
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<DeliveryRow>> ClaimAsync(string owner)
    {
        await using var db = Context();
        return await new Outbox(db, gate, address, clock).ClaimAsync(owner, new LaneKey(DeliveryKind.Statement, Embedded), 7, CancellationToken.None);
    }

    private async Task<List<Guid>> ClaimAllAsync(string owner)
    {
        var all = new List<Guid>();
        while (await ClaimAsync(owner) is { Count: > 0 } rows)
        {
            all.AddRange(rows.Select(row => row.Id));
        }

        return all;
    }

    private async Task SettleAsync(string owner, IReadOnlyList<DeliveryRow> rows, DeliveryOutcome outcome)
    {
        await using var db = Context();
        await new Outbox(db, gate, address, clock).SettleAsync(owner, new NobodysSender(), rows, rows.ToDictionary(row => row.Id, _ => outcome), CancellationToken.None);
    }

    /// <summary>For rows that these tests settle without sending.</summary>
    private sealed class NobodysSender : IDeliverySender
    {
        public DeliveryKind Kind => DeliveryKind.Statement;

        public Task<IReadOnlyDictionary<Guid, DeliveryOutcome>> SendAsync(string destination, IReadOnlyList<DeliveryRow> batch, CancellationToken ct) =>
            throw new InvalidOperationException("Nothing is sent here.");
    }
}
