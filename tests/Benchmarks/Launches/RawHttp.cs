using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>One connection that is kept open, with as little between it and the socket as possible: the load must cost less than what it loads.</summary>
internal sealed class RawHttp : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[256 * 1024];
    private int filled;

    /// <summary>Connects.</summary>
    public async Task<RawHttp> ConnectAsync(int port)
    {
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return this;
    }

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<RawAnswer> SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await FillAsync();
        }

        var headers = Encoding.Latin1.GetString(buffer, 0, head + 2);
        var start = head + 4;
        var body = Header(headers, "Content-Length") is { } length
            ? await BodyAsync(start, int.Parse(length, CultureInfo.InvariantCulture))
            : headers.Contains("chunked", StringComparison.OrdinalIgnoreCase) ? await ChunkedAsync(start) : (start, 0);
        return new(int.Parse(headers.AsSpan(9, 3), CultureInfo.InvariantCulture), headers, buffer.AsMemory(body.Item1, body.Item2));
    }

    /// <summary>The value of a header, or null.</summary>
    public static string? Header(string headers, string name)
    {
        var at = headers.IndexOf("\r\n" + name + ": ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : headers[(at + name.Length + 4)..headers.IndexOf("\r\n", at + 2, StringComparison.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private async Task<(int Start, int Length)> BodyAsync(int start, int length)
    {
        while (filled < start + length)
        {
            await FillAsync();
        }

        return (start, length);
    }

    /// <summary>Moves the chunks together, in place.</summary>
    private async Task<(int Start, int Length)> ChunkedAsync(int start)
    {
        var (read, written) = (start, start);
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(read, filled - read).IndexOf("\r\n"u8)) < 0)
            {
                await FillAsync();
            }

            var size = int.Parse(Encoding.ASCII.GetString(buffer, read, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            read += line + 2;
            while (filled < read + size + 2)
            {
                await FillAsync();
            }

            buffer.AsSpan(read, size).CopyTo(buffer.AsSpan(written));
            (read, written) = (read + size + 2, written + size);
            if (size == 0)
            {
                return (start, written - start);
            }
        }
    }

    private async Task FillAsync()
    {
        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var count = await socket.ReceiveAsync(buffer.AsMemory(filled));
        filled += count > 0 ? count : throw new IOException("The tool closed the connection.");
    }
}

/// <summary>An answer; its body is good until the next request on the connection.</summary>
internal readonly record struct RawAnswer(int Status, string Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);
}
