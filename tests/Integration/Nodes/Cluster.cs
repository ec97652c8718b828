using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>One PostgreSQL, one record store elsewhere, and as many nodes as a test starts.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Destination = "elsewhere";
    private readonly TestDatabase database;
    private readonly List<Node> nodes = [];

    private Cluster(TestDatabase database, ElsewhereLrs lrs)
    {
        this.database = database;
        Lrs = lrs;
    }

    public ElsewhereLrs Lrs { get; }

    /// <summary>Settings of nodes that start from now on, beside the usual ones.</summary>
    public Dictionary<string, string> More { get; } = [];

    public static async Task<Cluster> CreateAsync()
    {
        var cluster = new Cluster(await TestDatabase.CreateAsync(onPostgres: true), await ElsewhereLrs.StartAsync());
        await using var db = cluster.Context();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return cluster;
    }

    public async Task<Node> StartNodeAsync()
    {
        var node = await Node.StartAsync(new Dictionary<string, string>(More)
        {
            ["ConnectionStrings__Database"] = database.ConnectionString,
            ["LearningBuddy__DataDirectory"] = Path.Combine(database.Folder, $"node-{nodes.Count}"),
            ["LearningBuddy__AllowInsecureHttp"] = "true",
            ["LearningBuddy__Admin__Token"] = "integration-tests-only",
            ["LearningBuddy__Lrs__Destinations__0__Name"] = Destination,
            ["LearningBuddy__Lrs__Destinations__0__Endpoint"] = Lrs.Endpoint,
            ["LearningBuddy__Lrs__Destinations__0__Key"] = "key",
            ["LearningBuddy__Lrs__Destinations__0__Secret"] = "secret",
        });
        nodes.Add(node);
        return node;
    }

    /// <summary>Statements wait to be sent, all from one moment on.</summary>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlyList<Guid>> AddStatementsAsync(int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        await using var db = Context();
        db.Deliveries.AddRange(ids.Select(id => WaitingStatement.To(Destination, id)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return ids;
    }

    /// <summary>People wait for a mail each.</summary>
    /// <returns>Their addresses.</returns>
    public async Task<IReadOnlyList<string>> AddMailsAsync(int count)
    {
        var people = Enumerable.Range(0, count).Select(number => (Id: Guid.NewGuid(), Address: $"person{number}@home.example")).ToList();
        await using var db = Context();
        foreach (var (id, address) in people)
        {
            var preferences = new MessagePreferences(id);
            preferences.Ask(address);
            db.AddRange(new Person(id), preferences, AddressProofDelivery.To(id, Guid.NewGuid(), TimeProvider.System.GetUtcNow()));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return [.. people.Select(person => person.Address)];
    }

    /// <summary>People with a phone each are to be told something.</summary>
    /// <returns>The names of their phones at the push service.</returns>
    public async Task<IReadOnlyList<string>> AddNotificationsAsync(int count, PushService service)
    {
        await using var db = Context();
        var phones = PeopleToNotify.Add(db, count, service, TimeProvider.System.GetUtcNow());
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return phones;
    }

    /// <summary>What a dead node held is free again: deliveries, and items that were due.</summary>
    public async Task<int> RunOutLeasesAsync()
    {
        await FreeDueItemsAsync();
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await using var db = Context();
        return await db.Deliveries.Where(row => row.State == DeliveryState.Waiting && row.LeaseOwner != null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, before), TestContext.Current.CancellationToken);
    }

    /// <summary>Items that were due and held are free: who still holds one does nothing that isn't done twice without harm.</summary>
    public async Task FreeDueItemsAsync()
    {
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await using var db = Context();
        await db.DueItems.Where(item => item.LeaseOwner != null)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.LeasedUntil, before), TestContext.Current.CancellationToken);
    }

    public async Task<T> LookAsync<T>(Func<IQueryable<DeliveryRow>, Task<T>> look)
    {
        await using var db = Context();
        return await look(db.Deliveries);
    }

    /// <summary>Waits until this many rows are sent.</summary>
    public async Task SentAsync(int count)
    {
        var sent = 0;
        await Soon.IsAsync(
            async () => (sent = await LookAsync(rows => rows.CountAsync(row => row.State == DeliveryState.Sent))) == count,
            () => $"{sent} of {count} statements were sent.");
    }

    /// <summary>Waits until this many requests to the record store are open at once.</summary>
    public Task OpenRequestsAsync(int count) =>
        Soon.IsAsync(() => Task.FromResult(Lrs.OpenRequests == count), () => $"{Lrs.OpenRequests} requests are open, not {count}.");

    public async ValueTask DisposeAsync()
    {
        nodes.ForEach(node => node.Dispose());
        await Lrs.DisposeAsync();
        await database.DisposeAsync();
    }

    private BuddyDbContext Context() => database.Open();
}
