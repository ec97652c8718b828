namespace LearningBuddy.LtiTool.Lti;

/// <summary>Addresses of services may carry a query that belongs to them (AGS 2.0, 3.2.4 and 3.4.5).</summary>
internal static class ServiceAddress
{
    /// <summary>Adds a segment to the path and leaves the query behind it.</summary>
    public static Uri WithSegment(Uri address, string segment)
    {
        var end = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri($"{end}/{segment}{address.Query}");
    }

    /// <summary>
    /// An address that a platform behind a proxy wrote with the scheme it sees itself, http: as it is reached from here. One of another
    /// host stays as it is.
    /// </summary>
    public static Uri? AsReached(Uri? written, Uri reached) =>
        written is { Scheme: "http" or "https", IsDefaultPort: true } && reached.IsDefaultPort && written.Host == reached.Host
            ? new Uri(reached.GetLeftPart(UriPartial.Authority) + written.PathAndQuery)
            : written;

    /// <summary>Adds a parameter to whatever query there is; null adds nothing.</summary>
    public static Uri WithQuery(Uri address, string name, string? value) => value is null
        ? address
        : new Uri($"{address.GetLeftPart(UriPartial.Path)}"
            + $"{(address.Query.Length > 1 ? address.Query + "&" : "?")}{name}={Uri.EscapeDataString(value)}");
}
