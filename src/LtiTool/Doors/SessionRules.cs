namespace LearningBuddy.LtiTool.Doors;

/// <summary>Who may use a session whose handle they hold, and for how long. Pure.</summary>
internal static class SessionRules
{
    /// <summary>A session nobody used for this long has ended.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(90);

    /// <summary>A session ends after this long, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>A guest's session ends after this long, used or not: the link opens the next.</summary>
    public static readonly TimeSpan LongestOfGuests = TimeSpan.FromHours(24);

    /// <summary>How often being alive is noted.</summary>
    public static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);

    /// <summary>How often it is noted that a device is in use: it stays open for weeks.</summary>
    public static readonly TimeSpan TouchDeviceEvery = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether the session has ended by time. That of a guest ends with the link behind it, too; one that was opened from a session of an
    /// LMS lasts no longer than such a session.
    /// </summary>
    public static bool HasEnded(OpenSession session, DateTimeOffset now) => session.Guest is { } guest
        ? now >= guest.ClosesAt || (session.Facts.CameFrom is null ? now - session.OpenedAt >= LongestOfGuests : IsOver(session, now))
        : IsOver(session, now);

    private static bool IsOver(OpenSession session, DateTimeOffset now) =>
        now - session.LastSeenAt >= Idle || now - session.OpenedAt >= Longest;

    /// <summary>
    /// Whether the request comes from where the session lives: with its cookie; or, where the frame accepts no cookie at all, from inside a
    /// frame. A copied address opened elsewhere is a top-level navigation without the cookie, and loses.
    /// </summary>
    /// <param name="session">The session that the handle names.</param>
    /// <param name="cookie">Value of the session's cookie in this request, or null.</param>
    /// <param name="fetchDest"><c>Sec-Fetch-Dest</c>; null on plain http, where browsers don't send it.</param>
    /// <param name="fetchSite"><c>Sec-Fetch-Site</c>, or null likewise.</param>
    public static bool MayUse(OpenSession session, string? cookie, string? fetchDest, string? fetchSite)
    {
        if (session.CookieHash is not null)
        {
            return cookie is not null && SessionSecret.AreEqual(SessionSecret.Hash(cookie), session.CookieHash);
        }

        // Files and scripts are asked for by a page that was admitted: their destination says what they are.
        return fetchDest is null or "iframe" or "frame" || (fetchDest != "document" && fetchSite is (null or "same-origin"));
    }

    /// <summary>
    /// Whether a request that changes something comes from our own pages: the browser says so by <c>Sec-Fetch-Site</c>, an older one or
    /// one on plain http by <c>Origin</c>. Where it says neither, the handle itself is the proof: only our pages know it.
    /// </summary>
    /// <param name="fetchSite"><c>Sec-Fetch-Site</c>, or null.</param>
    /// <param name="origin"><c>Origin</c>, or null; <c>"null"</c> is one that the browser keeps to itself.</param>
    /// <param name="own">Our own origins.</param>
    public static bool MayChange(string? fetchSite, string? origin, params IReadOnlyCollection<string> own) =>
        fetchSite is null ? origin is null || own.Contains(origin, StringComparer.OrdinalIgnoreCase) : fetchSite == "same-origin";
}
