using System.Net;
using System.Net.Sockets;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>Passes a request on, waits until it was answered, and closes the connection instead of handing the answer over.</summary>
internal sealed class AnswerEater : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri target;
    private readonly Task serving;

    public AnswerEater(Uri target)
    {
        this.target = target;
        listener.Start();
        serving = ServeAsync();
    }

    /// <value>Where it listens.</value>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                using var server = new TcpClient();
                await server.ConnectAsync(target.Host, target.Port);
                var passing = client.GetStream().CopyToAsync(server.GetStream());
                var answer = new byte[4096];
                await server.GetStream().ReadExactlyAsync(answer.AsMemory(0, 12));
                client.Close();
                await passing.ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
