using System.Net.Sockets;
using System.Text;

namespace LearningBuddy.Tests.Benchmarks.Lrs;

/// <summary>
/// One kept-alive HTTP/1.1 connection, as thin as it gets: the generator shares two cores with what it measures, and a full HTTP
/// client would take a third of them.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string host;
    private readonly string authorization;
    private byte[] buffer = new byte[1024 * 1024];

    public RawConnection(Uri server, string key, string secret)
    {
        host = server.Authority;
        authorization = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key}:{secret}"));
        socket.Connect(server.Host, server.Port);
    }

    /// <summary>Sends a request and reads the answer to its end; its status and body.</summary>
    public async Task<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(string method, string path, ReadOnlyMemory<byte> body)
    {
        var head = $"{method} {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Basic {authorization}\r\nX-Experience-API-Version: 2.0.0\r\n"
            + (body.IsEmpty ? "\r\n" : $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        var request = new byte[head.Length + body.Length];
        Encoding.ASCII.GetBytes(head, request);
        body.CopyTo(request.AsMemory(head.Length));
        await socket.SendAsync(request);
        return await ReadAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private async Task<(int Status, ReadOnlyMemory<byte> Body)> ReadAsync()
    {
        var (read, headEnd) = (0, -1);
        while (headEnd < 0)
        {
            read += await ReceiveAsync(read);
            headEnd = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var head = Encoding.ASCII.GetString(buffer, 0, headEnd);
        var status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        var length = LengthIn(head);
        while (read < headEnd + 4 + length)
        {
            read += await ReceiveAsync(read);
        }

        return (status, buffer.AsMemory(headEnd + 4, length));
    }

    private async Task<int> ReceiveAsync(int offset)
    {
        if (offset == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var received = await socket.ReceiveAsync(buffer.AsMemory(offset));
        return received > 0 ? received : throw new IOException("The server closed the connection.");
    }

    private static int LengthIn(string head)
    {
        const string Name = "Content-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 0;
        }

        var end = head.IndexOf('\r', at);
        return int.Parse(head.AsSpan(at + Name.Length, (end < 0 ? head.Length : end) - at - Name.Length), System.Globalization.CultureInfo.InvariantCulture);
    }
}
