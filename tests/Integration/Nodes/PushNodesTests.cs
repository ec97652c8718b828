using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>Two processes of the tool, one database, one push service: no notification is lost, and none comes more than once too often.</summary>
public sealed class PushNodesTests : IAsyncLifetime
{
    private const int Phones = 150;

    /// <summary>So many are acknowledged before the sender dies: in the middle of what it holds.</summary>
    private const int AnsweredBefore = 20;

    private Cluster cluster = null!;
    private PushService service = null!;

    public async ValueTask InitializeAsync()
    {
        service = await PushService.StartAsync();
        cluster = await Cluster.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task Two_nodes_send_each_notification_once()
    {
        var phones = await cluster.AddNotificationsAsync(Phones, service);
        await Task.WhenAll(cluster.StartNodeAsync(), cluster.StartNodeAsync());
        await cluster.SentAsync(Phones);

        Assert.Equal(phones.Order(StringComparer.Ordinal), service.Arrived.Select(one => one.Browser).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Another_node_goes_on_where_one_was_killed_and_only_what_that_one_held_comes_again()
    {
        var phones = await cluster.AddNotificationsAsync(Phones, service);
        service.Answers = AnsweredBefore;
        var dying = await cluster.StartNodeAsync();
        await Soon.IsAsync(() => Task.FromResult(service.Arrived.Count > AnsweredBefore), () => $"{service.Arrived.Count} came.");
        await dying.KillAsync();
        var before = service.Arrived.Select(one => one.Browser).ToHashSet();
        Assert.NotEqual(0, await cluster.RunOutLeasesAsync());

        service.Answers = int.MaxValue;
        await cluster.StartNodeAsync();
        await cluster.SentAsync(Phones);

        Assert.Equal(phones.ToHashSet(), service.Arrived.Select(one => one.Browser).ToHashSet());
        Assert.All(service.Arrived.GroupBy(one => one.Browser), AssertSame);
        Assert.Subset(before, service.Arrived.GroupBy(one => one.Browser).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet());
    }

    /// <summary>Twice at most, and by its tag the second takes the place of the first on the screen.</summary>
    private void AssertSame(IGrouping<string, PushRequest> same)
    {
        Assert.InRange(same.Count(), 1, 2);
        Assert.Single(same.Select(service.Read).Distinct());
    }
}
