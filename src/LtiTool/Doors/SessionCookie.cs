namespace LearningBuddy.LtiTool.Doors;

/// <summary>The one cookie recipe that comes back in a third-party frame wherever any cookie does.</summary>
internal static class SessionCookie
{
    /// <summary>Sets a session's cookie: host-only, secure, partitioned, gone with the browser.</summary>
    public static void Set(HttpResponse response, string name, string value)
    {
        var options = new CookieOptions { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.None, IsEssential = true };
        options.Extensions.Add("Partitioned");
        response.Cookies.Append(name, value, options);
    }

    /// <summary>
    /// Sets the cookie of a guest who came by a link: no other site is around their pages, so it is first-party. It lasts as the session
    /// does.
    /// </summary>
    public static void SetFirstParty(HttpResponse response, string name, string value, TimeSpan life) => response.Cookies.Append(
        name,
        value,
        new CookieOptions
        {
            Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = life, IsEssential = true,
        });
}
