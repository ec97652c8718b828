using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>A record store on a real socket that answers, word for word, what a test tells it to, and then closes the connection.</summary>
internal sealed class HostileLrs : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Func<string, string?> answer;
    private readonly Task serving;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">Gets a request's head and body; null to say nothing at all.</param>
    public HostileLrs(Func<string, string?> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    /// <value>Where it listens.</value>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <value>How many requests came.</value>
    public int Asked { get; private set; }

    /// <summary>An answer whose length is right.</summary>
    public static string Says(string status, string body, string contentType = "application/json", string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving;
        listener.Dispose();
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                var request = await ReadAsync(client.GetStream(), end.Token);
                Asked++;
                if (answer(request) is { } words)
                {
                    await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(words), end.Token);
                }
                else
                {
                    // Slow: until the other side gives up.
                    _ = await client.GetStream().ReadAsync(new byte[1], end.Token);
                }
            }
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        var (text, chunk) = ("", new byte[64 * 1024]);
        while (true)
        {
            text += Encoding.UTF8.GetString(chunk, 0, await stream.ReadAsync(chunk, ct));
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head > 0 && text.Length - head - 4 >= LengthIn(text[..head]))
            {
                return text;
            }
        }
    }

    private static int LengthIn(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
