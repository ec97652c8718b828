using System.Linq.Expressions;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>
/// Two processes of the tool on one database, of which the older is killed again and again while both send notifications. What a killed one
/// held is free when its lease runs out: none is lost, and only those come once more.
/// </summary>
[Trait("Part", "Long")]
public sealed class PushKillTests
{
    private const int Phones = 900;
    private const int Kills = 8;

    [Fact]
    public async Task A_notification_comes_at_most_once_more_and_only_where_its_sender_died_with_it()
    {
        var chance = new Random((int)(FuzzSeed.Value % int.MaxValue));
        await using var service = await PushService.StartAsync();
        await using var cluster = await Cluster.CreateAsync();
        var phones = await cluster.AddNotificationsAsync(Phones, service);
        var (dying, other) = (await cluster.StartNodeAsync(), await cluster.StartNodeAsync());
        var held = new HashSet<string>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            // What the killed ones held is half of all at most.
            var goal = (Phones / 2 * kill / (Kills + 1)) + chance.Next(Phones / 2 / (Kills + 1));
            await Soon.IsAsync(() => Task.FromResult(service.Arrived.Count >= goal), () => $"seed {FuzzSeed.Value}, kill {kill}: nothing comes.");
            await dying.KillAsync();
            held.UnionWith(await HeldAsync(cluster));
            await cluster.FreeDueItemsAsync();
            (dying, other) = (other, await cluster.StartNodeAsync());
        }

        await Soon.IsAsync(
            async () => await cluster.LookAsync(rows => rows.CountAsync()) == Phones && (await WaitingAsync(cluster)).IsSubsetOf(held),
            () => $"seed {FuzzSeed.Value}: something that nobody held does not come.");
        await cluster.RunOutLeasesAsync();
        await cluster.SentAsync(Phones);

        var came = service.Arrived.GroupBy(one => one.Browser).ToDictionary(same => same.Key, same => same.ToList());
        Assert.Equal(phones.ToHashSet(), came.Keys.ToHashSet());
        Assert.All(came, one => Assert.InRange(one.Value.Count, 1, held.Contains(one.Key) ? 2 : 1));
        Assert.All(came.Values, same => Assert.Single(same.Select(service.Read).Distinct()));
        TestContext.Current.SendDiagnosticMessage(
            $"{Phones} notifications over {Kills} kills: {held.Count} under way, {service.Arrived.Count - Phones} of them came once more");
    }

    private static Task<HashSet<string>> HeldAsync(Cluster cluster) => PhonesAsync(cluster, row => row.LeaseOwner != null);

    private static Task<HashSet<string>> WaitingAsync(Cluster cluster) => PhonesAsync(cluster, _ => true);

    /// <summary>The phones of deliveries that are not settled.</summary>
    private static async Task<HashSet<string>> PhonesAsync(Cluster cluster, Expression<Func<DeliveryRow, bool>> those)
    {
        var devices = await cluster.LookAsync(rows => rows
            .Where(row => row.State == DeliveryState.Waiting).Where(those).Select(row => row.SubjectId).ToListAsync());
        return [.. devices.Select(PeopleToNotify.PhoneOf)];
    }
}
