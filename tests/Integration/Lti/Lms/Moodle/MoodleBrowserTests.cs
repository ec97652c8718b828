using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>What the browser of the recording saw around the tool.</summary>
public sealed class MoodleBrowserTests
{
    public static MatrixTheoryData<string, string> Pages => new(MoodleCapture.Versions,
        ["launch/student.browser", "launch/window-container.browser", "deep-linking/deeplink.browser"]);

    /// <summary>Moodle never wrote back, so the login asks for no storage; and the page that framed the tool is the one that may.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_answered_and_only_the_platform_framed_the_tool(string version, string recording)
    {
        var moodle = new MoodleCapture(version);
        var recorded = moodle.Json(recording + ".json");
        var client = recorded["client"]?.AsObject() ?? recorded;
        await using var network = new RecordedPlatform();
        await using var tool = await moodle.StartToolAsync(network);
        var login = moodle.Json("launch/student.login-initiation.json")["params"]!.AsObject()
            .ToDictionary(field => field.Key, field => field.Value!.GetValue<string>());

        using var answer = await tool.Browser.PostAsync("/lti/login", new FormUrlEncodedContent(login), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.All(client["postMessages"]!.AsArray(), message => Assert.NotEqual(moodle.Site, message!["origin"]!.GetValue<string>()));
        Assert.Contains("data-storage-target=\"\"", page, StringComparison.Ordinal);
        Assert.All(client["ancestorOrigins"]!.AsArray(), origin => Assert.Contains(
            $"frame-ancestors {origin!.GetValue<string>()}", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal));
        if (recorded["cookiesSentWithLaunchPost"] is JsonArray cookies && cookies.Any(name => name!.GetValue<string>() == "c_partitioned"))
            Assert.Contains("partitioned", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }
}
