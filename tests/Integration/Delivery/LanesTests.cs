using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Nodes;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace LearningBuddy.Tests.Integration.Delivery;

/// <summary>Destinations do not wait for each other.</summary>
public sealed class LanesTests
{
    private const int Count = 120;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_store_that_never_answers_holds_up_no_other(bool onPostgres)
    {
        await using var silent = await ElsewhereLrs.StartAsync();
        await using var quick = await ElsewhereLrs.StartAsync();
        quick.Answer();
        await using var stage = await Stage.StartAsync(onPostgres, configure: builder => builder.Configuration.AddInMemoryCollection(
            Destination(0, "silent", silent).Concat(Destination(1, "quick", quick))));
        stage.Look(db =>
        {
            // The silent store's rows are the older ones.
            db.Deliveries.AddRange(new[] { "silent", "quick" }.SelectMany(name => Enumerable.Range(0, Count).Select(_ => WaitingStatement.To(name, Guid.NewGuid()))));
            return db.SaveChanges();
        });

        await Soon.IsAsync(
            () => Task.FromResult(quick.Answered.Count == Count && silent.OpenRequests > 0),
            () => $"{quick.Answered.Count} of {Count} statements arrived, {silent.OpenRequests} wait.");

        Assert.Equal((1, 0), (silent.OpenRequests, silent.Answered.Count));
        Assert.Equal(Count, stage.Look(db => db.Deliveries.Count(row => row.Destination == "silent" && row.State == DeliveryState.Waiting)));
    }

    private static IEnumerable<KeyValuePair<string, string?>> Destination(int index, string name, ElsewhereLrs lrs) =>
    [
        new($"LearningBuddy:Lrs:Destinations:{index}:Name", name),
        new($"LearningBuddy:Lrs:Destinations:{index}:Endpoint", lrs.Endpoint),
        new($"LearningBuddy:Lrs:Destinations:{index}:Key", "key"),
        new($"LearningBuddy:Lrs:Destinations:{index}:Secret", "secret"),
    ];
}
