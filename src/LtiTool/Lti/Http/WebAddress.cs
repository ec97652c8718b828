using System.Text;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Reads web addresses that others wrote.</summary>
internal static class WebAddress
{
    /// <summary>
    /// The address, if it is an absolute one of http or https that can be written down, read again and asked. <see cref="Uri"/> takes
    /// others at first and throws later: a host of nothing but invisible characters, or one that no name of the internet can be.
    /// </summary>
    public static Uri? Find(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && (IsPlain(text!) || (Uri.TryCreate(address.AbsoluteUri, UriKind.Absolute, out _) && CanBeNamed(address)))
            ? address
            : null;

    /// <summary>
    /// Scheme, host and port as headers take them, in ASCII (RFC 6454, 6.2); null for anything that is no address of the web.
    /// </summary>
    public static string? OriginOf(string? text) => Find(text) is { } address ? OriginOf(address) : null;

    /// <summary>Scheme, host and port as headers take them, in ASCII (RFC 6454, 6.2).</summary>
    /// <param name="address">One of http or https.</param>
    public static string OriginOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        return $"{address.Scheme}://{host}{(address.IsDefaultPort ? "" : $":{address.Port}")}";
    }

    // Only what is escaped, or needs to be, is read differently the second time. Every launch reads some that are not.
    private static bool IsPlain(string text) =>
        Ascii.IsValid(text) && !text.Contains('%', StringComparison.Ordinal) && !text.Contains("xn--", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether its host, where it has one, can be a name of the internet.</summary>
    public static bool CanBeNamed(Uri address)
    {
        try
        {
            _ = address.IdnHost;
            return true;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }
}
