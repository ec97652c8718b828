using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Client;

/// <summary>A record store somewhere else.</summary>
/// <param name="Base">Base address, ending in a slash; see <see cref="Parse"/>.</param>
/// <param name="Version">The version spoken with it.</param>
/// <param name="Key">User name of HTTP Basic.</param>
/// <param name="Secret">Password of HTTP Basic.</param>
public sealed record LrsEndpoint(Uri Base, XApiVersion Version, string Key, string Secret)
{
    private static readonly string[] Resources = ["statements", "about", "activities", "agents"];

    /// <summary>
    /// Reads an address as people paste it: with or without a slash at the end, with <c>/statements</c> or another resource behind it.
    /// The letter case of the path is kept, since servers tell <c>/xAPI</c> from <c>/xapi</c>.
    /// </summary>
    /// <returns>The base address, or null if it is no http(s) address.</returns>
    public static Uri? Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
        {
            return null;
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        foreach (var resource in Resources)
        {
            if (path.EndsWith("/" + resource, StringComparison.OrdinalIgnoreCase))
            {
                path = path[..^(resource.Length + 1)];
                break;
            }
        }

        return new UriBuilder(uri.Scheme, uri.Host, uri.IsDefaultPort ? -1 : uri.Port, path + "/").Uri;
    }

    /// <summary>The address of a resource.</summary>
    internal Uri To(string resource) => new(Base, resource);
}
