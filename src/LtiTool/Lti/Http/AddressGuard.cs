using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Keeps requests out of private networks. A name is resolved here, every address is looked at, and the connection is made to what was
/// looked at,
/// so that a second resolution can't change it; redirects come through here as well.
/// </summary>
internal sealed class AddressGuard(IOptions<LtiOptions> options)
{
    /// <summary>Opens the connection of an <see cref="SocketsHttpHandler"/>.</summary>
    /// <exception cref="LtiServiceException">Every address of the host is private.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
        var allowed = options.Value.AllowInsecureHttp ? addresses : Array.FindAll(addresses, IsPublic);
        if (allowed.Length == 0)
        {
            throw new LtiServiceException(ServiceFault.Forbidden, $"{host} has no public address");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Null when an address may be asked at all: https, or anything in a network that was declared insecure by a setting.
    /// </summary>
    public LtiServiceException? Objection(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => new(ServiceFault.Forbidden, "not an absolute address"),
        { UserInfo.Length: > 0 } => new(ServiceFault.Forbidden, $"{address.Host}: an address with a user name in it"),
        { Scheme: "https" } => null,
        { Scheme: "http" } when options.Value.AllowInsecureHttp => null,
        _ => new(ServiceFault.Forbidden, $"{address.Host} is not reached by https"),
    };

    /// <summary>The refusal inside a failed request, or null when it failed for another reason.</summary>
    public static LtiServiceException? Explain(HttpRequestException failure) => failure.InnerException as LtiServiceException;

    /// <summary>
    /// Whether an address belongs to the public internet: not loopback, private, link-local, shared, multicast or reserved (RFC 6890).
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => Blocked4.All(network => !network.Contains(address)),
            AddressFamily.InterNetworkV6 => Public6.Contains(address) && Blocked6.All(network => !network.Contains(address)),
            _ => false,
        };
    }

    private static readonly IPNetwork[] Blocked4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"),
        IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Only global unicast is public; inside it, tunnels can lead anywhere and documentation leads nowhere.
    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Blocked6 =
    [
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];
}
