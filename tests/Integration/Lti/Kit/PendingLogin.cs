using System.Net;
using System.Text.RegularExpressions;
using System.Web;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>What a browser holds after the tool has answered a login: the page's data, the cookie, and the authentication request.</summary>
internal sealed partial record PendingLogin(
    HttpStatusCode Status, string Page, string? CookieName, string? Proof, Uri? AuthenticationRequest)
{
    public string State => Parameter("state");

    public string Nonce => Parameter("nonce");

    public string Parameter(string name) => HttpUtility.ParseQueryString(AuthenticationRequest!.Query)[name]!;

    public static async Task<PendingLogin> ReadAsync(HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync();
        var cookie = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single().Split(';')[0].Split('=', 2) : null;
        var link = answer.Headers.Location?.OriginalString ?? WebUtility.HtmlDecode(Continue().Match(page).Groups[1].Value);
        return new(answer.StatusCode, page, cookie?[0], cookie?[1], link.Length == 0 ? null : new Uri(link));
    }

    [GeneratedRegex("id=\"continue\"[^>]*href=\"([^\"]*)\"")]
    private static partial Regex Continue();
}
