using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Delivery;

public sealed class UpkeepOnSqliteTests() : UpkeepTests(onPostgres: false);

public sealed class UpkeepOnPostgresTests() : UpkeepTests(onPostgres: true);

/// <summary>What was sent long ago is emptied, and what waits can be measured.</summary>
public abstract class UpkeepTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const string Elsewhere = "a store that the settings do not name";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_was_sent_more_than_the_days_of_the_settings_ago_is_emptied()
    {
        var now = Stage.Clock.GetUtcNow();
        var longAgo = now.AddDays(-30).AddMinutes(-1);
        var sent = Row(DeliveryState.Sent, longAgo);
        var justSent = Row(DeliveryState.Sent, now.AddDays(-30).AddMinutes(1));
        var parked = Row(DeliveryState.Parked, longAgo);
        var waiting = Row(DeliveryState.Waiting, settledAt: null);
        Add(sent, justSent, parked, waiting);
        using var scope = Stage.Tool.Services.CreateScope();
        var upkeep = scope.ServiceProvider.GetRequiredService<UpkeepDue>();

        await upkeep.PurgeAsync(Stop);

        var kept = Stage.Look(db => db.Deliveries.Where(row => row.Destination == Elsewhere).ToDictionary(row => row.Id));
        Assert.Empty(kept[sent.Id].Payload);
        Assert.Equal((sent.DedupeKey, longAgo.UtcTicks / 10, "sent"), (kept[sent.Id].DedupeKey, kept[sent.Id].SettledAt!.Value.UtcTicks / 10, kept[sent.Id].LastAnswer));
        Assert.All(new[] { justSent, parked, waiting }, row => Assert.Equal(row.Payload, kept[row.Id].Payload));
        Assert.Equal(0, await upkeep.PurgeAsync(Stop));
    }

    [Fact]
    public async Task What_was_sent_is_found_in_an_index_and_emptied_in_batches()
    {
        var longAgo = Stage.Clock.GetUtcNow().AddDays(-31);
        Add([.. Enumerable.Range(0, 1200).Select(_ => Row(DeliveryState.Sent, longAgo))]);
        using var scope = Stage.Tool.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        await db.Database.ExecuteSqlRawAsync("ANALYZE", Stop);

        Assert.Contains("IX_delivery_SettledAt", await PlanAsync(db, longAgo.AddDays(1)), StringComparison.Ordinal);
        Assert.Equal(1200, await scope.ServiceProvider.GetRequiredService<UpkeepDue>().PurgeAsync(Stop));
    }

    private static async Task<string> PlanAsync(BuddyDbContext db, DateTimeOffset before)
    {
        await db.Database.OpenConnectionAsync(Stop);
        await using var command = UpkeepDue.Old(db, before).CreateDbCommand();
        var isSqlite = db is SqliteBuddyDbContext;
        command.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var plan = new List<string>();
        while (await rows.ReadAsync(Stop))
        {
            plan.Add(rows.GetString(isSqlite ? 3 : 0));
        }

        return string.Join('\n', plan);
    }

    [Fact]
    public async Task Backlog_age_and_parked_ones_are_measured_for_each_destination()
    {
        var now = Stage.Clock.GetUtcNow();
        Add(
            Row(DeliveryState.Waiting, settledAt: null, now.AddSeconds(-90)),
            Row(DeliveryState.Waiting, settledAt: null, now.AddSeconds(-10)),
            Row(DeliveryState.Parked, now, now.AddDays(-3)),
            Row(DeliveryState.Sent, now, now.AddDays(-9)));
        await RefreshAsync(now);

        var seen = Measured();

        Assert.Equal(2, seen["learning_buddy.deliveries.waiting"]);
        Assert.Equal(1, seen["learning_buddy.deliveries.parked"]);
        Assert.Equal(90, seen["learning_buddy.deliveries.oldest_age"], 0.01);
    }

    [Fact]
    public async Task A_destination_where_nothing_waits_has_no_age()
    {
        var now = Stage.Clock.GetUtcNow();
        Add(Row(DeliveryState.Parked, now, now.AddDays(-3)));
        await RefreshAsync(now);

        Assert.Equal(0, Measured()["learning_buddy.deliveries.oldest_age"]);
    }

    [Fact]
    public async Task Tries_are_counted_by_kind_and_outcome()
    {
        var tries = new ConcurrentDictionary<string, long>();
        using var listener = Listener();
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            tries.AddOrUpdate($"{named["kind"]} {named["outcome"]}", count, (_, before) => before + count);
        });
        listener.Start();
        Add(Row(DeliveryState.Waiting, settledAt: null));
        using var learner = await StartAsync(Learner);

        await Stage.SendAsync();

        Assert.Equal(1, tries["Statement Park"]);
        Assert.Equal(Stage.Look(db => db.Deliveries.Count(row => row.Kind == DeliveryKind.Statement && row.State == DeliveryState.Sent)), tries["Statement Done"]);
    }

    private static DeliveryRow Row(DeliveryState state, DateTimeOffset? settledAt, DateTimeOffset? createdAt = null)
    {
        var row = WaitingStatement.To(Elsewhere, Guid.NewGuid());
        row.State = state;
        row.SettledAt = settledAt;
        row.LastAnswer = settledAt is null ? null : "sent";
        row.CreatedAt = createdAt ?? row.CreatedAt;
        return row;
    }

    private void Add(params DeliveryRow[] rows) => Stage.Look(db =>
    {
        db.Deliveries.AddRange(rows);
        return db.SaveChanges();
    });

    private async Task RefreshAsync(DateTimeOffset now)
    {
        using var scope = Stage.Tool.Services.CreateScope();
        await Stage.Tool.Services.GetRequiredService<DeliveryMetrics>().RefreshAsync(scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), now, Stop);
    }

    /// <summary>What the gauges of this test's own tool say of our destination.</summary>
    private Dictionary<string, double> Measured()
    {
        var seen = new Dictionary<string, double>();
        using var listener = Listener();
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (tags.ToArray().Any(tag => Equals(tag.Value, Elsewhere)))
            {
                seen[instrument.Name] = value;
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return seen;
    }

    /// <summary>Other tests run other tools in this process: only the meter of this one is heard.</summary>
    private MeterListener Listener()
    {
        var own = Stage.Tool.Services.GetRequiredService<IMeterFactory>();
        return new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, own) && instrument.Name.StartsWith("learning_buddy.deliveries", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
    }
}
