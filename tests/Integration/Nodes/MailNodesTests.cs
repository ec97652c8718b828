using LearningBuddy.Tests.Integration.Messages;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>Several processes of the tool, one database, one mail server: no mail is lost, and none comes more than once too often.</summary>
public sealed class MailNodesTests : IAsyncLifetime
{
    private const int Mails = 150;
    private Cluster cluster = null!;
    private MailServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync();
        cluster = await Cluster.CreateAsync();
        cluster.More["LearningBuddy__Mail__From"] = "buddy@school.example";
        cluster.More["LearningBuddy__Mail__Smtp__Host"] = "localhost";
        cluster.More["LearningBuddy__Mail__Smtp__Port"] = $"{server.Port}";
        cluster.More["LearningBuddy__Mail__Smtp__Security"] = "None";
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Two_nodes_send_each_mail_once()
    {
        var addresses = await cluster.AddMailsAsync(Mails);
        await Task.WhenAll(cluster.StartNodeAsync(), cluster.StartNodeAsync());
        await cluster.SentAsync(Mails);

        Assert.Equal(addresses.Order(StringComparer.Ordinal), Readers().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_node_killed_in_mid_send_loses_no_mail_and_what_comes_again_is_the_same()
    {
        var addresses = await cluster.AddMailsAsync(Mails);
        var dying = await cluster.StartNodeAsync();
        await Soon.IsAsync(() => Task.FromResult(!server.Received.IsEmpty), () => "No mail came.");
        await dying.KillAsync();

        await cluster.RunOutLeasesAsync();
        await cluster.StartNodeAsync();
        await cluster.SentAsync(Mails);

        Assert.Equal(addresses.ToHashSet(), Readers().ToHashSet());
        Assert.All(
            server.Received.GroupBy(mail => mail.To.Mailboxes.Single().Address),
            same => Assert.True(same.Count() <= 2 && same.DistinctBy(mail => mail.MessageId).Count() == 1));
    }

    private IEnumerable<string> Readers() => server.Received.Select(mail => mail.To.Mailboxes.Single().Address);
}
