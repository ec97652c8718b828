using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>
/// Whose word counts for the address a request came from: that of the proxies in the settings and nobody else's. Limits on tries go by
/// that address. Host and scheme are never taken from a request.
/// </summary>
internal static class TrustedProxies
{
    /// <summary>What the framework needs to know.</summary>
    public static ForwardedHeadersOptions Options(IEnumerable<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(Parse(proxy) ?? throw new ArgumentException("No address: " + proxy, nameof(proxies)));
        }

        return options;
    }

    /// <summary>An address, or a network such as <c>10.1.0.0/16</c>; null for anything else.</summary>
    public static IPNetwork? Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;
}
