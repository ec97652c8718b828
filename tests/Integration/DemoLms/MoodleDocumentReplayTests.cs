using System.Text.Json.Nodes;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>The documents that anybody may read: configuration and keys.</summary>
public sealed class MoodleDocumentReplayTests
{
    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    /// <summary>Of the variables only those are offered that this LMS has; all of them are the recorded one's.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Configuration_is_the_recorded_one(string version)
    {
        var (recorded, ours) = await BodiesAsync(version, "registration/openid-configuration-exchange");

        var (expected, actual) = (JsonNode.Parse(recorded)!, JsonNode.Parse(ours)!);
        var (known, offered) = (TakeVariables(expected), TakeVariables(actual));
        Assert.Equal([], Compare.Json(expected, actual));
        Assert.Empty(offered.Except(known));
        Assert.NotEmpty(offered);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Key_set_is_laid_out_as_recorded(string version)
    {
        var (recorded, ours) = await BodiesAsync(version, "registration/jwks-exchange");

        Assert.Equal(Members(recorded), Members(ours));
    }

    /// <summary>The recorded body and ours, after status and media type were found the same.</summary>
    private static async Task<(string Recorded, string Ours)> BodiesAsync(string version, string exchange)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);
        var recorded = lms.Recorded(exchange);
        using var request = recorded.ToRequest(null);
        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((recorded.Status, recorded.MediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        return (recorded.Body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static List<string> TakeVariables(JsonNode document)
    {
        var platform = document["https://purl.imsglobal.org/spec/lti-platform-configuration"]!.AsObject();
        var variables = platform["variables"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();
        platform.Remove("variables");
        return variables;
    }

    private static IEnumerable<string> Members(string keySet) =>
        JsonNode.Parse(keySet)!["keys"]!.AsArray().SelectMany(key => key!.AsObject().Select(member => member.Key)).Order();
}
