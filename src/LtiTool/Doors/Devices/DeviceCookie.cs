using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// The first-party cookie of a device of somebody's own. The pages of an LMS never see it: it isn't sent into their frames.
/// </summary>
internal static class DeviceCookie
{
    private const string Name = "__Host-lb-me";

    /// <summary>The secret that came with a request, or null.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Name];

    /// <summary>Gives the browser the secret, for as long as a device stays open without being used.</summary>
    public static void Set(HttpResponse response, string secret) => SessionCookie.SetFirstParty(response, Name, secret, Device.Life);

    /// <summary>Takes it away.</summary>
    public static void Forget(HttpResponse response) =>
        response.Cookies.Delete(Name, new CookieOptions { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
}
