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
        await using var lms = await DemoLmsHost.StartAsync(version: version);
        var recorded = lms.Recorded("registration/openid-configuration-exchange");
        using var request = recorded.ToRequest(null);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var expected = JsonNode.Parse(recorded.Body)!;
        var actual = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var (known, offered) = (TakeVariables(expected), TakeVariables(actual));
        Assert.Equal((recorded.Status, recorded.MediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal([], Compare.Json(expected, actual));
        Assert.Empty(offered.Except(known));
        Assert.NotEmpty(offered);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Key_set_is_laid_out_as_recorded(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(version: version);
        var recorded = lms.Recorded("registration/jwks-exchange");
        using var request = recorded.ToRequest(null);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((recorded.Status, recorded.MediaType), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(Members(recorded.Body), Members(body));
    }

    /// <summary>The files with the bare bodies are those of the exchanges.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public void Bare_documents_are_those_of_the_exchanges(string version)
    {
        var capture = new CapturedMoodle(version);
        JsonNode BodyOf(string name) => JsonNode.Parse(capture.Json(name + ".json")["response"]!["body"]!.GetValue<string>())!;

        Assert.Equal([], Compare.Json(capture.Json("openid-configuration.json"), BodyOf("registration/openid-configuration-exchange")));
        Assert.Equal([], Compare.Json(capture.Json("jwks.json"), BodyOf("registration/jwks-exchange")));
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
