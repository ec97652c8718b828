namespace LearningBuddy.LtiTool.Lti;

/// <summary>Which sites may frame this tool's pages for a registration. A platform's pages are not always on its issuer's host.</summary>
internal static class FrameAncestors
{
    /// <summary>Sources for the pages before a launch, which hold nothing of a person; separated by blanks.</summary>
    public static string BeforeLaunch(Platform platform) =>
        string.Join(' ', LmsCatalog.Of(platform).FrameSourcesBeforeLaunch(platform));

    /// <summary>Where a person can start again: the school's own site.</summary>
    public static string HomeOf(Platform platform) =>
        platform.AccountDomain is { Length: > 0 } domain
            ? (IsInsecure(platform) ? "http://" : "https://") + domain
            : WebAddress.OriginOf(platform.Issuer) ?? WebAddress.OriginOf(platform.AuthorizationEndpoint);

    /// <summary>Origins of a platform that are known from its registration.</summary>
    public static List<string> Registered(Platform platform)
    {
        var origins = new List<string>(4);
        Add(origins, WebAddress.OriginOf(platform.Issuer));
        if (platform.AccountDomain is { Length: > 0 } domain)
        {
            AddHost(origins, domain, IsInsecure(platform));
        }

        Add(origins, WebAddress.OriginOf(platform.AuthorizationEndpoint));
        return origins;
    }

    /// <summary>
    /// Whether people reach the platform by http, as its registration tells: only possible where the settings allow that.
    /// </summary>
    public static bool IsInsecure(Platform platform) => platform.AuthorizationEndpoint.Scheme == Uri.UriSchemeHttp;

    /// <summary>Adds the origin of a host that was named without its scheme.</summary>
    public static void AddHost(List<string> origins, string host, bool isInsecure)
    {
        Add(origins, WebAddress.OriginOf("https://" + host));
        if (isInsecure)
        {
            Add(origins, WebAddress.OriginOf("http://" + host));
        }
    }

    /// <summary>Adds an origin once.</summary>
    public static void Add(List<string> origins, string? origin)
    {
        if (origin is not null && !origins.Contains(origin))
        {
            origins.Add(origin);
        }
    }
}
