using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>Our registration page, opened as a real Moodle opened the recording tool's.</summary>
public sealed class MoodleRegistrationTests
{
    private const string AboutTool = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    public static TheoryData<string> Versions => [.. MoodleCapture.Versions];

    public static MatrixTheoryData<string, string> Refusals => new(MoodleCapture.Versions,
    [
        "registration/error-auth-method", "registration/error-domain-mismatch", "registration/error-missing-domain",
        "registration/error-no-token", "registration/error-token-used",
    ]);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Page_opened_as_recorded_goes_through_with_the_recorded_token(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = Recorded(moodle, "registration/exchange");

        var (tool, page) = await OpenAsync(moodle, network);
        await using var running = tool;

        // Nothing but this message closes Moodle's frame.
        Assert.Contains("data-done=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains("close.js", page, StringComparison.Ordinal);
        var token = moodle.Json("registration/registration-token.json")["jwt"]!.GetValue<string>();
        Assert.All(network.Requests, request => Assert.Equal("Bearer " + token, request.Headers["Authorization"]));
        var platform = Assert.Single(await tool.Platforms.FindByIssuerAsync(moodle.Site, TestContext.Current.CancellationToken));
        var answer = moodle.Json("registration/response.json");
        Assert.Equal(answer["client_id"]!.GetValue<string>(), platform.ClientId);
        Assert.Equal(answer[AboutTool]!["deployment_id"]!.GetValue<string>(), Assert.Single(tool.Platforms.Deployments));
        Assert.Equal(moodle.Json("openid-configuration.json")["token_endpoint"]!.GetValue<string>(), platform.TokenEndpoint.AbsoluteUri);
    }

    /// <summary>Each member without which Moodle refuses, and nothing that it would cut.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Request_has_everything_that_is_needed_and_nothing_that_would_be_cut(string version)
    {
        var moodle = new MoodleCapture(version);
        await using var network = Recorded(moodle, "registration/exchange");

        var (tool, _) = await OpenAsync(moodle, network);
        await using var running = tool;

        var sent = JsonNode.Parse(network.Requests[^1].Body)!.AsObject();
        var about = sent[AboutTool]!.AsObject();
        Assert.Contains("id_token", sent["response_types"]!.AsArray().Select(type => type!.GetValue<string>()));
        Assert.NotEmpty(sent["redirect_uris"]!.AsArray());
        Assert.Equal("private_key_jwt", sent["token_endpoint_auth_method"]!.GetValue<string>());
        Assert.All(new[] { "initiate_login_uri", "client_name", "jwks_uri" }, name => Assert.NotEmpty(sent[name]!.GetValue<string>()));
        Assert.Equal(new Uri(about["target_link_uri"]!.GetValue<string>()).Authority, about["domain"]!.GetValue<string>());
        Assert.All(about["custom_parameters"]!.AsObject(), one => Assert.DoesNotContain('=', one.Value!.GetValue<string>()));
        var recorded = moodle.Json("registration/request.json");
        Assert.Equal(Sorted(recorded[AboutTool]!["claims"]!), Sorted(about["claims"]!));
        Assert.Equal(
            recorded["scope"]!.GetValue<string>().Split(' ').Order(StringComparer.Ordinal),
            sent["scope"]!.GetValue<string>().Split(' ').Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Recorded_word_of_a_refusal_is_shown_and_nothing_is_kept(string version, string recording)
    {
        var moodle = new MoodleCapture(version);
        await using var network = Recorded(moodle, recording);

        var (tool, page) = await OpenAsync(moodle, network);
        await using var running = tool;

        Assert.Contains(moodle.Exchange(recording).Body, page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-done", page, StringComparison.Ordinal);
        Assert.Equal(0, tool.Platforms.Count);
    }

    /// <summary>What Moodle's form held afterwards is where the tool is found at launch: its own four addresses.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Each_address_that_the_form_keeps_is_in_our_request(string version)
    {
        var moodle = new MoodleCapture(version);
        var form = moodle.Json("registration/registered-tool-settings.json");
        await using var network = Recorded(moodle, "registration/exchange");

        var (tool, _) = await OpenAsync(moodle, network);
        await using var running = tool;

        var sent = JsonNode.Parse(network.Requests[^1].Body)!;
        var kept = new Dictionary<string, JsonNode?>
        {
            ["lti_toolurl"] = sent[AboutTool]!["target_link_uri"],
            ["lti_initiatelogin"] = sent["initiate_login_uri"],
            ["lti_publickeyset"] = sent["jwks_uri"],
            ["lti_icon"] = sent["logo_uri"],
        };
        Assert.All(kept, field =>
        {
            Assert.NotEmpty(form[field.Key]!.GetValue<string>());
            Assert.StartsWith(moodle.Tool.AbsoluteUri, field.Value!.GetValue<string>(), StringComparison.Ordinal);
        });
    }

    private static RecordedPlatform Recorded(MoodleCapture moodle, string answer) => new RecordedPlatform()
        .Play(moodle.Exchange("registration/openid-configuration-exchange"))
        .Play(moodle.AnswerOf(answer));

    /// <summary>The recorded GET, with its query and its headers, at the moment of its token.</summary>
    private static async Task<(LtiHost Tool, string Page)> OpenAsync(MoodleCapture moodle, RecordedPlatform network)
    {
        var recorded = moodle.Json("registration/initiation.json");
        var issuedAt = moodle.Json("registration/registration-token.json")["payload"]!["iat"]!.GetValue<long>();
        var tool = await LtiHost.StartAsync(DateTimeOffset.FromUnixTimeSeconds(issuedAt), network.Network(), options =>
        {
            options.PublicUrl = moodle.Tool;
            options.RegistrationMode = RegistrationMode.Open;
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/lti/register" + new Uri(recorded["url"]!.GetValue<string>()).Query);
        foreach (var (header, value) in recorded["headers"]!.AsObject().Where(header => header.Key is not ("Host" or "Connection" or "Accept-Encoding")))
            request.Headers.TryAddWithoutValidation(header, value!.ToString());
        using var answer = await tool.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        return (tool, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Sorted(JsonNode texts) => texts.AsArray().Select(text => text!.GetValue<string>()).Order(StringComparer.Ordinal);
}
