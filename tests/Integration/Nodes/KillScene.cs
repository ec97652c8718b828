using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Web;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Tests.Integration.Fuzz.Kit;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.XApi;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>A tool that is killed and started again on its port, people who keep their sessions, and a list of what it said yes to.</summary>
internal sealed class KillScene : IAsyncDisposable
{
    private const int Pairs = 3;
    private const int Senders = 3;
    private const string Behaviour = "quiet-voices";

    private readonly TestDatabase database;
    private readonly int port = FreePort.Next();
    private readonly HostilePlatform lms = new();
    private readonly List<Visitor> learners = [];
    private readonly List<Visitor> facilitators = [];
    private readonly ConcurrentDictionary<Guid, string> sent = new();
    private readonly ConcurrentDictionary<Guid, string> confirmed = new();
    private readonly ConcurrentBag<Guid> statements = [];
    private TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Node tool = null!;
    private int yeses;
    private int awaited;

    private KillScene(TestDatabase database) => this.database = database;

    public int Yeses => yeses;

    public string Counts => $"{sent.Count} sent, {confirmed.Count} confirmed, {statements.Count} statements";

    private string Url => $"http://localhost:{port}";

    public static async Task<KillScene> StartAsync(bool onPostgres)
    {
        var scene = new KillScene(await TestDatabase.CopyAsync(onPostgres));
        await scene.RestartAsync();
        await scene.lms.RegisterAsync(scene.Url);
        await scene.lms.SetUpAsync(scene.Url);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var learner = await scene.lms.LaunchAsync(scene.Url, LaunchPayloads.Of(scene.lms, scene.Url, $"learner-{pair}", "Learner"));
            await learner.PressAsync("shared.start");
            scene.learners.Add(learner);
            scene.facilitators.Add(await scene.lms.LaunchAsync(scene.Url, LaunchPayloads.Of(scene.lms, scene.Url, $"facilitator-{pair}", "Instructor")));
        }

        return scene;
    }

    /// <summary>Everybody works until the tool is gone.</summary>
    public Task WorkAsync(int round) => Task.WhenAll([
        .. Enumerable.Range(0, Pairs).Select(pair => UntilItDiesAsync(times => HandInAndConfirmAsync(pair, $"round {round}, piece {times}"))),
        .. Enumerable.Range(0, Senders).Select(_ => UntilItDiesAsync(SendStatementAsync)),
    ]);

    /// <summary>Waits until the tool has said yes so often.</summary>
    public async Task ReachAsync(int count, Task work)
    {
        reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref awaited, count);
        Note(0);
        await Task.WhenAny(reached.Task, work);
        Assert.True(reached.Task.IsCompleted, $"The work ended at {yeses} of {count}: {work.Exception}");
    }

    public Task KillAsync() => tool.KillAsync();

    public async Task RestartAsync()
    {
        tool?.Dispose();
        tool = await Node.StartAsync(
            new Dictionary<string, string>
            {
                ["ConnectionStrings__Database"] = database.ConnectionString,
                ["LearningBuddy__PublicUrl"] = Url,
                ["LearningBuddy__DataDirectory"] = database.Folder,
                ["LearningBuddy__Demo"] = "true",
                ["LearningBuddy__AllowInsecureHttp"] = "true",
                ["LearningBuddy__Registration__Mode"] = "Open",
                ["LearningBuddy__Admin__Token"] = "integration-tests-only",
                ["LearningBuddy__Lrs__Credentials__0__Key"] = "key",
                ["LearningBuddy__Lrs__Credentials__0__Secret"] = "secret",
                ["Logging__LogLevel__Default"] = "Warning",
            },
            port);
    }

    /// <summary>Everything the tool said yes to is there, and nothing is there twice.</summary>
    public async Task AssertNothingLostAsync(string when)
    {
        using var lrs = Lrs();
        foreach (var id in statements)
        {
            using var answer = await lrs.GetAsync($"/xapi/statements?statementId={id}");
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{when}: statement {id} is lost: {answer.StatusCode}");
        }

        await using var db = database.Open();
        var pieces = await db.Evidence.AsNoTracking().Include(piece => piece.Versions).ToDictionaryAsync(piece => piece.Id);
        Assert.Empty(sent.Where(one => pieces[one.Key].Versions.Single().Text.Action != one.Value).Select(one => $"{when}: {one} was handed in"));
        var reviews = (await db.Reviews.AsNoTracking().ToListAsync()).ToLookup(review => review.EvidenceId);
        Assert.Empty(confirmed.Where(one => reviews[one.Key].Single().Text.Worked != one.Value).Select(one => $"{when}: {one} was confirmed"));
        Assert.Empty(reviews.Where(same => same.Count() > 1).Select(same => $"{when}: {same.Key} has {same.Count()} reviews"));
        Assert.Empty(confirmed.Keys.Where(id => pieces[id].State != EvidenceState.Confirmed).Select(id => $"{when}: {id} is {pieces[id].State}"));

        // Events and state committed together, whether or not anybody was told.
        Assert.Equal(reviews.Count, await db.Events.CountAsync(row => row.Name == "review.confirmed"));
        Assert.Equal(pieces.Values.Sum(piece => piece.Versions.Count), await db.Events.CountAsync(row => row.Name == "evidence.submitted"));
        await SeeOnPagesAsync(when);
    }

    /// <summary>What was on its way when the tool died arrives in the record store, once.</summary>
    public async Task AssertAllIsDeliveredAsync()
    {
        await using var db = database.Open();
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await Soon.IsAsync(
            async () =>
            {
                await db.Deliveries.Where(row => row.LeaseOwner != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, soon));
                return !await db.Deliveries.AnyAsync(row => row.Kind == DeliveryKind.Statement && row.State == DeliveryState.Waiting);
            },
            () => "Statements of the tool wait for ever.");
        using var lrs = Lrs();
        var keys = await db.Deliveries.Where(row => row.Kind == DeliveryKind.Statement && row.Destination == LrsDestinations.Embedded)
            .Select(row => row.DedupeKey).ToListAsync();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        foreach (var id in keys.Select(key => System.Text.RegularExpressions.Regex.Match(key, "[0-9a-f]{8}-[0-9a-f-]{27}").Value).Where(id => id.Length > 0).Take(100))
        {
            using var answer = await lrs.GetAsync($"/xapi/statements?statementId={id}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    public async ValueTask DisposeAsync()
    {
        tool?.Dispose();
        learners.Concat(facilitators).ToList().ForEach(visitor => visitor.Dispose());
        await lms.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>The last confirmed piece of each learner is shown to them, in the session they had before the kill.</summary>
    private async Task SeeOnPagesAsync(string when)
    {
        foreach (var learner in learners)
        {
            await learner.GoAsync("/evidence");
            Assert.True(learner.Status == HttpStatusCode.OK, $"{when}: the session is lost: {learner.Status}");
        }

        foreach (var (id, words) in confirmed.TakeLast(3))
        {
            await facilitators[0].GoAsync($"/evidence/show?id={id}");
            Assert.Contains(words, facilitators[0].Text, StringComparison.Ordinal);
        }
    }

    private async Task HandInAndConfirmAsync(int pair, string words)
    {
        var begun = await learners[pair].TryPostAsync($"/evidence/new?behaviour={Behaviour}", []);
        Assert.Equal(302, begun.Status);
        var id = Guid.Parse(HttpUtility.ParseQueryString(begun.Location.Split('?')[1])["id"]!);
        var send = await learners[pair].TryPostAsync(
            $"/evidence/write?handler=Send&id={id}", [("Situation", words), ("Action", words), ("Outcome", words), ("Behaviours", Behaviour), ("AppliedOn", "2026-11-02")]);
        Assert.Contains("done-sent", send.Location, StringComparison.Ordinal);
        sent[id] = words;
        Note(1);
        var confirm = await facilitators[pair].TryPostAsync(
            $"/reviews/give?handler=Confirm&id={id}", [($"Levels[{Behaviour}]", "2"), ("Worked", words), ("Challenge", "Once more.")]);
        Assert.Contains("done-confirmed", confirm.Location, StringComparison.Ordinal);
        confirmed[id] = words;
        Note(1);
    }

    private async Task SendStatementAsync(int times)
    {
        using var client = Lrs();
        var id = Guid.NewGuid();
        using var answer = await client.PostAsync("/xapi/statements", JsonContent.Create(LrsCalls.Statement(id)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        statements.Add(id);
        Note(1);
    }

    private void Note(int more)
    {
        if (Interlocked.Add(ref yeses, more) >= Volatile.Read(ref awaited))
        {
            reached.TrySetResult();
        }
    }

    private static async Task UntilItDiesAsync(Func<int, Task> work)
    {
        try
        {
            for (var times = 0; ; times++)
            {
                await work(times);
            }
        }
        catch (HttpRequestException)
        {
            // The process is gone, which is what this is about.
        }
    }

    private HttpClient Lrs()
    {
        var client = new HttpClient { BaseAddress = new Uri(Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("key:secret"u8));
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        return client;
    }
}
