using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LearningBuddy.Tests.Integration.XApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Stands before a record store, notes what is asked, and makes the store worse than it is.</summary>
internal sealed class SourceInBetween : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly LrsHost store;
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> asked = [];

    private SourceInBetween(LrsHost store)
    {
        this.store = store;
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/xapi/statements", PassAsync);
    }

    /// <value>As it stands in the settings.</value>
    public string Endpoint => app.Urls.First() + "/xapi/";

    /// <value>The parameters of every request for statements.</value>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Asked => [.. asked];

    /// <value>Parameters that are not passed on.</value>
    public HashSet<string> Ignores { get; } = [];

    /// <value>Statements that can't be seen yet.</value>
    public HashSet<string> Hides { get; } = [];

    public static async Task<SourceInBetween> StartAsync(LrsHost store)
    {
        var between = new SourceInBetween(store);
        await between.app.StartAsync();
        return between;
    }

    public void Forget() => asked.Clear();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> PassAsync(HttpRequest request)
    {
        var query = request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        asked.Enqueue(query);
        var page = await store.Client.GetJsonAsync(
            QueryHelpers.AddQueryString("/xapi/statements", query.Where(parameter => !Ignores.Contains(parameter.Key)).Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))));
        page["statements"]!.AsArray().RemoveAll(statement => Hides.Contains(statement!["id"]!.GetValue<string>()));
        return Results.Text(page.ToJsonString(), "application/json");
    }
}
