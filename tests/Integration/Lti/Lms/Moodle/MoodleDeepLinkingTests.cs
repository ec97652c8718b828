using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>Our deep-linking response beside the one of which Moodle's use was recorded.</summary>
public sealed class MoodleDeepLinkingTests
{
    private const string Items = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items";

    public static TheoryData<string> Versions => [.. MoodleCapture.Versions];

    /// <summary>Every field that Moodle filled in from the recorded item is one that our item can bring, under the same name.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Our_item_brings_what_moodle_uses(string version)
    {
        var moodle = new MoodleCapture(version);
        var form = moodle.Json("deep-linking/deeplink.moodle-result.json")["formFilledIn"]!;
        var recorded = moodle.Json("deep-linking/deeplink.response.json")["payload"]!;

        var ours = await SignAsync(moodle);

        Assert.Empty(recorded.AsObject().Select(claim => claim.Key).Except(ours.Select(claim => claim.Key)).Except(
            ["https://purl.imsglobal.org/spec/lti-dl/claim/msg"]));
        Assert.Equal(recorded["iss"]!.GetValue<string>(), ours["iss"]!.GetValue<string>());
        var (item, theirs) = (ours[Items]![0]!, recorded[Items]![0]!);
        var used = new (string Field, string[] Path)[]
        {
            ("name", ["title"]), ("introeditor[text]", ["text"]), ("toolurl", ["url"]),
            ("lineitemresourceid", ["lineItem", "resourceId"]), ("lineitemtag", ["lineItem", "tag"]),
            ("lineitemsubreviewurl", ["lineItem", "submissionReview", "url"]), ("grade[modgrade_point]", ["lineItem", "scoreMaximum"]),
        };
        Assert.All(used, one =>
        {
            Assert.Equal(form[one.Field]!.ToString(), At(theirs, one.Path)!.ToString());
            Assert.NotNull(At(item, one.Path));
        });
        Assert.Equal("content_id=8f2c", string.Join('\n', item["custom"]!.AsObject().Select(one => $"{one.Key}={one.Value}")));
    }

    /// <summary>Moodle fails at a custom value that is an object and misreads a list, a number or a line break: ours are single lines of text.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Our_custom_values_are_single_lines_of_text(string version)
    {
        var moodle = new MoodleCapture(version);

        var custom = (await SignAsync(moodle))[Items]![0]!["custom"]!.AsObject();

        Assert.All(custom, one =>
        {
            Assert.Equal(System.Text.Json.JsonValueKind.String, one.Value!.GetValueKind());
            Assert.DoesNotContain('\n', one.Value.GetValue<string>());
            Assert.Equal(one.Key.ToLowerInvariant(), one.Key);
        });
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Recorded_response_is_verified_by_the_recording_tools_key(string version)
    {
        var moodle = new MoodleCapture(version);
        var raw = moodle.Text("deep-linking/deeplink.response.jwt");

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(raw, new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(moodle.Text("tool-jwks.json")).Keys,
            ValidIssuer = moodle.Platform.ClientId,
            ValidAudience = moodle.Site,
            ValidateLifetime = false,
        });

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.True(JsonNode.DeepEquals(
            moodle.Json("deep-linking/deeplink.response.json")["payload"], JsonNode.Parse(Base64UrlEncoder.Decode(raw.Split('.')[1]))));
    }

    private static async Task<JsonObject> SignAsync(MoodleCapture moodle)
    {
        await using var network = new RecordedPlatform();
        await using var tool = await moodle.StartToolAsync(network);
        var link = new Uri(moodle.Tool, "lti/launch");
        var settings = new DeepLinkingSettings(
            new Uri(moodle.Json("deep-linking/deeplink.response.json")["url"]!.GetValue<string>()), ["ltiResourceLink"], true, null, null);
        var item = new ContentItem
        {
            Title = "Lead a remote team",
            Text = "Practise and prove",
            Url = link,
            Custom = new Dictionary<string, string> { ["content_id"] = "8f2c" },
            LineItem = new("Lead a remote team", 100, "8f2c", "journey", link),
        };
        var jwt = await tool.Get<DeepLinkingResponse>().SignAsync(moodle.Platform, "1", settings, [item], TestContext.Current.CancellationToken);
        return JsonNode.Parse(Base64UrlEncoder.Decode(jwt.Split('.')[1]))!.AsObject();
    }

    private static JsonNode? At(JsonNode item, string[] path) => path.Aggregate((JsonNode?)item, (node, name) => node?[name]);
}
