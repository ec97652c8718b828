using System.Net;
using Microsoft.Extensions.Options;
using Xunit;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

public sealed class LrsSettingsOnSqliteTests() : LrsSettingsTests(LrsHost.OnSqliteAsync);

public sealed class LrsSettingsOnPostgresTests() : LrsSettingsTests(LrsHost.OnPostgresAsync);

/// <summary>What the settings allow, the same on both databases.</summary>
public abstract class LrsSettingsTests(Func<(string Name, string Value)[], Task<LrsHost>> start)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_over_the_limit_is_refused()
    {
        await using var lrs = await StartAsync(("LearningBuddy:Lrs:MaxRequestBytes", "1000"));

        await lrs.Client.PostAsync(Statement(null, "{\"result\":{\"response\":\"" + new string('x', 2000) + "\"}}"))
            .ShouldBeAsync(HttpStatusCode.RequestEntityTooLarge, "LRS-113");
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait()
    {
        await using var lrs = await StartAsync(("LearningBuddy:Lrs:RequestsPerMinute", "3"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => lrs.Client.GetAsync("/xapi/statements", Stop)));

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_origins_of_the_settings_may_send_from_a_browser()
    {
        await using var lrs = await StartAsync(("LearningBuddy:Lrs:AllowedOrigins:0", "https://courses.example"));

        Assert.Equal("https://courses.example", await AllowedAsync(lrs, "https://courses.example"));
        Assert.Null(await AllowedAsync(lrs, "https://other.example"));

        // What is refused can be read by the page that sent it, so that its author sees why.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xapi/v1/activities/state?method=GET")
        {
            Content = Raw("stateId=bookmark", "text/plain;charset=UTF-8"),
            Headers = { { "Origin", "https://courses.example" } },
        };
        using var refused = await lrs.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("https://courses.example", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("statements/write", "POST", "/xapi/statements", HttpStatusCode.OK)]
    [InlineData("statements/write", "GET", "/xapi/statements", HttpStatusCode.Forbidden)]
    [InlineData("statements/read", "GET", "/xapi/statements", HttpStatusCode.OK)]
    [InlineData("statements/read", "POST", "/xapi/statements", HttpStatusCode.Forbidden)]
    [InlineData("all/read", "GET", "/xapi/activities/profile?activityId=http://x.example/a", HttpStatusCode.OK)]
    [InlineData("all/read", "POST", "/xapi/statements", HttpStatusCode.Forbidden)]
    [InlineData("profile", "GET", "/xapi/activities/profile?activityId=http://x.example/a", HttpStatusCode.OK)]
    [InlineData("profile", "GET", "/xapi/statements", HttpStatusCode.Forbidden)]
    [InlineData("state", "GET", "/xapi/activities/profile?activityId=http://x.example/a", HttpStatusCode.Forbidden)]
    public async Task A_key_does_what_its_scopes_say(string scope, string method, string path, HttpStatusCode status)
    {
        await using var lrs = await StartAsync(
            ("LearningBuddy:Lrs:Credentials:1:Key", "limited"),
            ("LearningBuddy:Lrs:Credentials:1:Secret", "secret"),
            ("LearningBuddy:Lrs:Credentials:1:Scopes:0", scope));
        using var client = lrs.ClientOf("limited", "secret");

        await (method == "POST" ? client.PostAsync(Statement(), path) : client.GetAsync(path, Stop)).ShouldBeAsync(status);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(("LearningBuddy:Lrs:PageSize", "0")));

        Assert.Contains("PageSize", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_does_not_exist_stops_the_start()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => StartAsync(("LearningBuddy:Lrs:Credentials:0:Scopes:0", "everything")));

        Assert.Contains("scope", failure.Message, StringComparison.Ordinal);
    }

    private Task<LrsHost> StartAsync(params (string Name, string Value)[] settings) => start(settings);

    private static async Task<string?> AllowedAsync(LrsHost lrs, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/xapi/statements") { Headers = { { "Origin", origin } } };
        using var response = await lrs.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
    }
}
