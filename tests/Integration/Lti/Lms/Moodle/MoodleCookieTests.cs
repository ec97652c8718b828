using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>The cookie of a login beside what a browser sent back to a tool on another site than Moodle.</summary>
public sealed class MoodleCookieTests
{
    private static readonly MoodleCapture Moodle = new("4.5");

    [Theory]
    [InlineData("private-window", "iframe")]
    [InlineData("private-window", "newWindow")]
    [InlineData("private-window", "deeplink")]
    [InlineData("third-party-cookies-blocked", "iframe")]
    [InlineData("third-party-cookies-blocked", "newWindow")]
    [InlineData("third-party-cookies-blocked", "deeplink")]
    [InlineData("third-party-cookies-allowed", "iframe")]
    [InlineData("third-party-cookies-allowed", "newWindow")]
    [InlineData("third-party-cookies-allowed", "deeplink")]
    public async Task The_logins_cookie_is_of_the_kind_that_came_back(string run, string place)
    {
        var recorded = Moodle.Json("browser-cookies.json")["runs"]![run]![place]!;
        var (cookie, _) = await LoginAsync();

        Assert.Contains(KindOf(cookie), recorded["cookiesSentBack"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Fact]
    public async Task No_storage_is_asked_for_where_no_message_was_ever_answered()
    {
        var runs = Moodle.Json("browser-cookies.json")["runs"]!.AsObject();
        var (_, page) = await LoginAsync();

        Assert.All(
            runs.SelectMany(run => run.Value!.AsObject().Select(place => place.Value).OfType<JsonObject>()),
            place => Assert.Empty(place["answersToLtiPostMessages"]!.AsArray()));
        Assert.Contains("data-storage-target=\"\" data-storage-origin=\"\"", page, StringComparison.Ordinal);
    }

    /// <summary>The login of the recorded student.</summary>
    private static async Task<(string Cookie, string Page)> LoginAsync()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);
        var login = Moodle.Json("launch/student.login-initiation.json")["params"]!.AsObject()
            .ToDictionary(field => field.Key, field => field.Value!.GetValue<string>());
        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(login), TestContext.Current.CancellationToken);
        return (Assert.Single(answer.Headers.GetValues("Set-Cookie")), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The recording's name for a cookie with these attributes.</summary>
    private static string KindOf(string cookie)
    {
        var attributes = cookie.Split("; ").Skip(1).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!attributes.Contains("SameSite=None") || !attributes.Contains("Secure"))
            return attributes.Contains("SameSite=Lax") ? "c_lax" : "c_plain";
        return attributes.Contains("Partitioned") ? "c_partitioned" : "c_none_secure";
    }
}
