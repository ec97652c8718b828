using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>Somebody else's record store. It notes what arrives, and holds every request open until it is told to answer.</summary>
internal sealed class ElsewhereLrs : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TaskCompletionSource answering = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Guid, int> open = [];
    private readonly ConcurrentQueue<Guid> arrived = [];
    private readonly ConcurrentQueue<Guid> answered = [];
    private readonly ConcurrentQueue<Guid> atOnce = [];
    private int openRequests;

    private ElsewhereLrs()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/xapi/statements", TakeAsync);
    }

    /// <summary>As it stands in the settings.</summary>
    public string Endpoint => app.Urls.First() + "/xapi/";

    /// <summary>Requests that have not been answered. A node sends one at a time, so two are two nodes.</summary>
    public int OpenRequests => Volatile.Read(ref openRequests);

    /// <summary>Each id as often as it came, answered or not.</summary>
    public IReadOnlyCollection<Guid> Arrived => arrived;

    /// <summary>Each id as often as its request was answered.</summary>
    public IReadOnlyCollection<Guid> Answered => answered;

    /// <summary>Ids that came while an earlier request with them was still open.</summary>
    public IReadOnlyCollection<Guid> AtOnce => atOnce;

    public static async Task<ElsewhereLrs> StartAsync()
    {
        var lrs = new ElsewhereLrs();
        await lrs.app.StartAsync();
        return lrs;
    }

    /// <summary>From now on, and also to those that wait, it answers.</summary>
    public void Answer() => answering.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Answer();
        await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request, CancellationToken aborted)
    {
        var batch = await JsonNode.ParseAsync(request.Body, cancellationToken: aborted);
        var ids = batch!.AsArray().Select(statement => statement!["id"]!.GetValue<Guid>()).ToList();
        ids.ForEach(Begin);
        Interlocked.Increment(ref openRequests);
        try
        {
            await answering.Task.WaitAsync(aborted);
            ids.ForEach(answered.Enqueue);
            return Results.Json(ids);
        }
        catch (OperationCanceledException)
        {
            // The node is gone: there is nobody left to answer.
            return Results.Empty;
        }
        finally
        {
            ids.ForEach(id => open.AddOrUpdate(id, 0, (_, count) => count - 1));
            Interlocked.Decrement(ref openRequests);
        }
    }

    private void Begin(Guid id)
    {
        arrived.Enqueue(id);
        if (open.AddOrUpdate(id, 1, (_, count) => count + 1) > 1)
        {
            atOnce.Enqueue(id);
        }
    }
}
