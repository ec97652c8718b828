using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>The web apps of a Chromium: their workers, which Playwright doesn't show, by the DevTools protocol.</summary>
/// <param name="debugging">Where it listens, on any path.</param>
internal sealed class WebWorkers(Uri debugging)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs something in a service worker that is awake, and waits for the promise that it is.</summary>
    /// <param name="address">The worker's script.</param>
    /// <param name="expression">JavaScript.</param>
    /// <exception cref="InvalidOperationException">There is no such worker, or it threw.</exception>
    public async Task RunAsync(string address, string expression)
    {
        using var stop = new CancellationTokenSource(Patience);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(await FindAsync(address, stop.Token), stop.Token);
        var asking = new { id = 1, method = "Runtime.evaluate", @params = new { expression, awaitPromise = true } };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(asking), WebSocketMessageType.Text, endOfMessage: true, stop.Token);
        JsonElement answer;
        do
        {
            answer = await ReadAsync(socket, stop.Token);
        }
        while (!answer.TryGetProperty("id", out _));
        if (!answer.TryGetProperty("result", out var result) || result.TryGetProperty("exceptionDetails", out _))
            throw new InvalidOperationException($"The worker said {answer}");
    }

    private async Task<Uri> FindAsync(string address, CancellationToken ct)
    {
        using var client = new HttpClient();
        var all = await client.GetFromJsonAsync<JsonElement>(new UriBuilder("http", debugging.Host, debugging.Port, "json/list").Uri, ct);
        foreach (var one in all.EnumerateArray())
        {
            if (one.GetProperty("type").GetString() == "service_worker" && one.GetProperty("url").GetString() == address)
                return new Uri(one.GetProperty("webSocketDebuggerUrl").GetString()!);
        }

        throw new InvalidOperationException($"No worker {address} among {all}");
    }

    private static async Task<JsonElement> ReadAsync(ClientWebSocket socket, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, ct);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(whole.ToArray()));
    }
}
