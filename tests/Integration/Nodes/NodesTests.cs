using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>Several processes of the tool on one PostgreSQL: none sends what another sends, and one that dies takes nothing with it.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private const int Statements = 300;
    private Cluster cluster = null!;

    public async ValueTask InitializeAsync() => cluster = await Cluster.CreateAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task Two_nodes_on_one_PostgreSQL_send_each_statement_once()
    {
        await Task.WhenAll(cluster.StartNodeAsync(), cluster.StartNodeAsync());
        var ids = await cluster.AddStatementsAsync(Statements);

        // Both are in the middle of sending before either gets an answer.
        await cluster.OpenRequestsAsync(2);
        cluster.Lrs.Answer();
        await cluster.SentAsync(Statements);

        Assert.Empty(cluster.Lrs.AtOnce);
        Assert.Equal(ids.Order(), cluster.Lrs.Answered.Order());
        Assert.Equal(ids.Order(), cluster.Lrs.Arrived.Order());
    }

    [Fact]
    public async Task A_node_killed_in_mid_send_loses_nothing()
    {
        var dying = await cluster.StartNodeAsync();
        var ids = await cluster.AddStatementsAsync(Statements);
        await cluster.OpenRequestsAsync(1);
        var inFlight = cluster.Lrs.Arrived.ToList();

        await dying.KillAsync();
        await cluster.OpenRequestsAsync(0);
        cluster.Lrs.Answer();
        await cluster.StartNodeAsync();

        // What the dead node held stays its own until the lease runs out; nothing else waits for that.
        await cluster.SentAsync(Statements - inFlight.Count);
        Assert.Equal(ids.Except(inFlight).Order(), cluster.Lrs.Answered.Order());
        Assert.Equal(inFlight.Count, await cluster.RunOutLeasesAsync());
        await cluster.SentAsync(Statements);

        Assert.Equal(ids.Order(), cluster.Lrs.Answered.Order());
        Assert.Equal(ids.Concat(inFlight).Order(), cluster.Lrs.Arrived.Order());
    }
}
