using System.Diagnostics.Metrics;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>What waits to leave, as metrics: backlog, age of the oldest, and how tries end.</summary>
internal sealed class DeliveryMetrics
{
    private readonly Counter<long> tried;
    private volatile IReadOnlyList<Backlog> backlogs = [];

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryNames.Meter);
        tried = meter.CreateCounter<long>("learning_buddy.deliveries.tried", "{delivery}", "Tries, by kind and outcome");
        meter.CreateObservableGauge(
            "learning_buddy.deliveries.waiting",
            () => backlogs.Select(row => Measure(row.Waiting, row)),
            "{delivery}", "Deliveries that wait");
        meter.CreateObservableGauge(
            "learning_buddy.deliveries.parked",
            () => backlogs.Select(row => Measure(row.Parked, row)),
            "{delivery}", "Deliveries that a person has to look at");
        meter.CreateObservableGauge(
            "learning_buddy.deliveries.oldest_age",
            () => backlogs.Select(row => Measure(row.OldestAge, row)),
            "s", "Age of the oldest delivery that waits");
    }

    /// <summary>Counts tries.</summary>
    public void Tried(DeliveryKind kind, IEnumerable<DeliveryOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            tried.Add(1, new("kind", kind.ToString()), new("outcome", outcome.GetType().Name));
        }
    }

    /// <summary>Reads the backlog again.</summary>
    public async Task RefreshAsync(BuddyDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.Deliveries
            .Where(row => row.State != DeliveryState.Sent)
            .GroupBy(row => row.Destination)
            .Select(group => new
            {
                Destination = group.Key,
                Waiting = group.Count(row => row.State == DeliveryState.Waiting),
                Parked = group.Count(row => row.State == DeliveryState.Parked),
                Oldest = group.Where(row => row.State == DeliveryState.Waiting).Min(row => (DateTimeOffset?)row.CreatedAt),
            })
            .ToListAsync(ct);
        backlogs = rows.ConvertAll(
            row => new Backlog(row.Destination, row.Waiting, row.Parked, row.Oldest is { } oldest ? (now - oldest).TotalSeconds : 0));
    }

    private static Measurement<double> Measure(double value, Backlog row) =>
        new(value, new KeyValuePair<string, object?>("destination", row.Destination));

    private sealed record Backlog(string Destination, int Waiting, int Parked, double OldestAge);
}
