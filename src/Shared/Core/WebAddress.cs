namespace LearningBuddy.Shared.Core;

/// <summary>Reads web addresses that others wrote.</summary>
public static class WebAddress
{
    /// <summary>
    /// The address, if it is an absolute one of http or https that can be written down and read again: a host of nothing but invisible
    /// characters can't, though <see cref="Uri"/> takes it at first.
    /// </summary>
    public static Uri? Find(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && Uri.TryCreate(address.AbsoluteUri, UriKind.Absolute, out _)
            ? address
            : null;
}
