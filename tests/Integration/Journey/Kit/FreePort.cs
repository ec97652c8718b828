using System.Net;
using System.Net.Sockets;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A port nobody listens on at this moment.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
