using System.Net;
using System.Net.Sockets;
using System.Text;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>
/// Answers with recorded traffic over a real socket, so that odd headers and reason phrases arrive as they did. Every host leads here.
/// A request that was not recorded, or whose Accept or Content-Type is another one, is a failure of the test.
/// </summary>
internal sealed class RecordedPlatform : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<string, Queue<Recording>> script = [];
    private readonly Task loop;

    public RecordedPlatform()
    {
        listener.Start();
        loop = ListenAsync();
    }

    public List<(string Target, Dictionary<string, string> Headers, string Body)> Requests { get; } = [];

    public List<string> Surprises { get; } = [];

    /// <summary>The product's own connection settings, with this server behind every name.</summary>
    public SocketsHttpHandler Network() => LtiHttp.Handler(async (_, ct) =>
    {
        var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, ct);
        return client.GetStream();
    });

    /// <summary>Adds an exchange; several for one address are answered in their order.</summary>
    /// <param name="recording">What was recorded.</param>
    /// <param name="target">Path and query to answer it for, where they are not the recorded ones.</param>
    public RecordedPlatform Play(Recording recording, string? target = null)
    {
        var key = $"{recording.Method} {target ?? recording.Address.PathAndQuery}";
        if (!script.TryGetValue(key, out var queue))
        {
            script[key] = queue = new();
        }

        queue.Enqueue(recording);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await loop;
        stop.Dispose();
        Xunit.Assert.Empty(Surprises);
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client.GetStream());
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or IOException)
            {
                continue;
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var (target, headers, body) = await ReadAsync(stream);
        Requests.Add((target, headers, body));
        var recording = Find(target, headers);
        var bytes = Encoding.UTF8.GetBytes(recording.Body);
        var head = $"HTTP/1.1 {recording.Status} {recording.Reason}\r\n{recording.Head}Content-Length: {bytes.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head), stop.Token);
        await stream.WriteAsync(bytes, stop.Token);
    }

    private Recording Find(string target, Dictionary<string, string> headers)
    {
        if (!script.TryGetValue(target, out var queue) || !queue.TryDequeue(out var recording))
        {
            Surprises.Add("not recorded: " + target);
            return new("", new Uri("http://none"), headers, 501, "Not Recorded", "", "");
        }

        foreach (var name in new[] { "Accept", "Content-Type" })
        {
            var expected = recording.RequestHeaders.GetValueOrDefault(name);
            var actual = headers.GetValueOrDefault(name)?.Split(';')[0];
            if (expected is not null && expected.Split(';')[0] != actual)
            {
                Surprises.Add($"{name} of {target} was {actual}, recorded {expected}");
            }
        }

        if (!headers.ContainsKey("User-Agent"))
        {
            Surprises.Add("no User-Agent: " + target);
        }

        return recording;
    }

    private static async Task<(string Target, Dictionary<string, string> Headers, string Body)> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var start = (await reader.ReadLineAsync())!.Split(' ');
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            headers[name] = value;
        }

        var body = new char[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        var read = body.Length == 0 ? 0 : await reader.ReadBlockAsync(body);
        return ($"{start[0]} {start[1]}", headers, new string(body, 0, read));
    }
}
