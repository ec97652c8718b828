namespace LearningBuddy.Shared.Core;

/// <summary>Addresses of the web, as designs and other systems write them.</summary>
public static class WebLink
{
    /// <summary>
    /// An address to be compared: systems write the same one with http or https, and with or without a slash at the end.
    /// </summary>
    public static string Plain(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = address.TrimEnd('/');
        return text.StartsWith("http://", StringComparison.Ordinal) ? "https://" + text[7..] : text;
    }

    /// <summary>Whether this is a whole address of the web, no longer than it may be.</summary>
    public static bool Is(string link, int longest)
    {
        ArgumentNullException.ThrowIfNull(link);
        return link.Length <= longest && Uri.TryCreate(link, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
    }
}
