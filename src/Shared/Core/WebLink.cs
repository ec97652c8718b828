namespace LearningBuddy.Shared.Core;

/// <summary>Addresses of the web that a design may point at.</summary>
public static class WebLink
{
    /// <summary>Whether this is a whole address of the web, no longer than it may be.</summary>
    public static bool Is(string link, int longest)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Length <= longest && Uri.TryCreate(link, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
    }
}
