using System.Net;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti;

public sealed class LoginPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly Platform School = new()
    {
        Id = Guid.NewGuid(),
        Issuer = "https://school.example",
        ClientId = "client 1&",
        AuthorizationEndpoint = new Uri("https://sso.school.example/auth?tenant=5"),
        TokenEndpoint = new Uri("https://school.example/token"),
        JwksUri = new Uri("https://school.example/jwks"),
    };

    private static readonly Dictionary<string, string> Login = new()
    {
        ["iss"] = "https://school.example",
        ["login_hint"] = "417 & more",
        ["target_link_uri"] = "https://buddy.example/lti/launch?a=b",
        ["lti_message_hint"] = "{\"cmid\":2}",
        ["lti_storage_target"] = "post_message_forwarding",
    };

    [Fact]
    public async Task A_framed_login_is_answered_by_a_page_that_goes_on_by_itself()
    {
        await using var tool = await StartAsync();

        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(Login), TestContext.Current.CancellationToken);

        var login = await PendingLogin.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.OK, login.Status);
        Assert.StartsWith("https://sso.school.example/auth?tenant=5&scope=openid&", login.AuthenticationRequest!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("id_token", login.Parameter("response_type"));
        Assert.Equal("form_post", login.Parameter("response_mode"));
        Assert.Equal("none", login.Parameter("prompt"));
        Assert.Equal("client 1&", login.Parameter("client_id"));
        Assert.Equal("https://buddy.example/lti/launch", login.Parameter("redirect_uri"));
        Assert.Equal("417 & more", login.Parameter("login_hint"));
        Assert.Equal("{\"cmid\":2}", login.Parameter("lti_message_hint"));
        Assert.Contains("data-storage-target=\"post_message_forwarding\"", login.Page, StringComparison.Ordinal);
        Assert.Contains("data-storage-origin=\"https://sso.school.example\"", login.Page, StringComparison.Ordinal);
        Assert.Contains($"data-key=\"{login.CookieName}\" data-proof=\"{login.Proof}\"", login.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_has_every_mark_that_a_frame_needs()
    {
        await using var tool = await StartAsync();

        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(Login), TestContext.Current.CancellationToken);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches(
            "^__Host-lb-[0-9a-f]{16}=[A-Za-z0-9_-]{43}; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=None; Partitioned$", cookie);
    }

    [Fact]
    public async Task The_page_has_no_inline_script_and_only_the_platform_may_frame_it()
    {
        await using var tool = await StartAsync();

        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(Login), TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors https://school.example https://sso.school.example", policy, StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_logins_of_one_browser_have_two_cookies()
    {
        await using var tool = await StartAsync();

        using var first = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(Login), TestContext.Current.CancellationToken);
        using var second = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(Login), TestContext.Current.CancellationToken);

        Assert.NotEqual((await PendingLogin.ReadAsync(first)).CookieName, (await PendingLogin.ReadAsync(second)).CookieName);
    }

    [Fact]
    public async Task A_login_by_get_and_in_german_works_alike()
    {
        await using var tool = await StartAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Get, "/lti/login?" + string.Join('&', Login.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}")));
        request.Headers.AcceptLanguage.ParseAdd("de-AT,de;q=0.9");

        using var answer = await tool.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        var login = await PendingLogin.ReadAsync(answer);
        Assert.Equal("417 & more", login.Parameter("login_hint"));
        Assert.Contains("lang=\"de\"", login.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_the_same_login_in_a_tab_of_its_own()
    {
        await using var tool = await StartAsync();

        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(Login), TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("target=\"_blank\"", page, StringComparison.Ordinal);
        Assert.Contains(" href=\"/lti/login?iss=https%3A%2F%2Fschool.example&amp;login_hint=417%20%26%20more", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_words_can_not_become_markup()
    {
        await using var tool = await StartAsync();
        var login = new Dictionary<string, string>(Login) { ["lti_storage_target"] = "\"><script>x</script>", ["login_hint"] = "\"><b>" };

        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(login), TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    private static async Task<LtiHost> StartAsync()
    {
        var tool = await LtiHost.StartAsync(Noon);
        tool.Platforms.Put(School);
        return tool;
    }
}
