using System.Net;
using System.Net.Sockets;

namespace LearningBuddy.Tests;

/// <summary>
/// A port nobody listens on. It lies below those that systems give to outgoing connections (Linux: from 32768), so that none of them takes
/// it before the server that it is for begins to listen.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000, Count = 12_000;

    // Several test processes at once begin at different places.
    private static int last = Environment.ProcessId * 101;

    public static int Next()
    {
        while (true)
        {
            var port = First + ((Interlocked.Increment(ref last) & int.MaxValue) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Somebody else's; the next one then.
            }
        }
    }
}
