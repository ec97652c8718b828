namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The one kind of cookie that comes back inside a platform's frame in Chromium and Firefox, by default and with third-party cookies
/// blocked in Chromium:
/// host-bound, Secure, SameSite=None and Partitioned. Browsers that take none of these are proved by storage instead.
/// </summary>
internal static class BrowserCookie
{
    /// <summary>Start of the name of a login's cookie; the login's id follows, since several frames may log in at once.</summary>
    public const string Prefix = "__Host-lb-";

    private const string Attributes = "; Path=/; Secure; HttpOnly; SameSite=None; Partitioned";

    /// <summary>Sets a cookie that ends with the browser's session, or after a lifetime.</summary>
    public static void Append(HttpResponse response, string name, string value, TimeSpan? lifetime) =>
        response.Headers.Append(
            "Set-Cookie",
            lifetime is { } life
                ? string.Create(
                    System.Globalization.CultureInfo.InvariantCulture, $"{name}={value}; Max-Age={(long)life.TotalSeconds}{Attributes}")
                : $"{name}={value}{Attributes}");

    /// <summary>Takes a cookie back: the attributes must be the same ones, or a partitioned cookie stays.</summary>
    public static void Delete(HttpResponse response, string name) => Append(response, name, "", TimeSpan.Zero);
}
