using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>What Canvas does differently, after its documentation.</summary>
public sealed class CanvasTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly Uri Column = new("https://school.instructure.com/api/lti/courses/7/line_items/3");

    private static readonly Platform School = new()
    {
        Id = Guid.NewGuid(),
        Issuer = "https://canvas.instructure.com",
        ClientId = "10000000000012",
        AuthorizationEndpoint = new Uri("https://sso.canvaslms.com/api/lti/authorize_redirect"),
        TokenEndpoint = new Uri("http://sso.canvaslms.com/login/oauth2/token"),
        JwksUri = new Uri("https://sso.canvaslms.com/api/lti/security/jwks"),
        ProductFamilyCode = "canvas",
    };

    private static readonly Score Graded = new()
    {
        Subject = "0b7e3d1c-0000-4000-8000-000000000001",
        At = Noon,
        Activity = ActivityProgress.Completed,
        Grading = GradingProgress.FullyGraded,
        Given = 8,
        Maximum = 10,
    };

    [Fact]
    public void The_page_around_hears_height_and_top_with_a_token_where_there_is_one()
    {
        var lms = LmsCatalog.Of("canvas");

        Assert.Equal(
            new FrameMessages("lti.frameResize") { ScrollToTop = "lti.scrollToTop", Token = "t0k3n" },
            lms.FrameMessages(new Dictionary<string, string> { ["canvas_post_message_token"] = "t0k3n" }));
        Assert.Null(lms.FrameMessages(new Dictionary<string, string>()).Token);
        Assert.Equal(new FrameMessages("lti.frameResize"), LmsCatalog.Of("moodle").FrameMessages(new Dictionary<string, string>()));
    }

    [Theory]
    [InlineData("score-stored", typeof(ScoreResult.Stored))]
    [InlineData("score-older-timestamp", typeof(ScoreResult.Superseded))]
    [InlineData("score-not-a-student", typeof(ScoreResult.NotGradable))]
    [InlineData("score-throttled-403", typeof(ScoreResult.Throttled))]
    [InlineData("score-throttled-429", typeof(ScoreResult.Throttled))]
    [InlineData("score-forbidden", typeof(ScoreResult.Refused))]
    public async Task Every_documented_answer_to_a_score_is_understood(string name, Type expected)
    {
        await using var network = new RecordedPlatform().Play(Exchange("token")).Play(Exchange(name));
        await using var tool = await LtiHost.StartAsync(Noon, network.Network());

        var result = await tool.Get<GradesClient>().PostScoreAsync(School, Plain(Column), Graded, TestContext.Current.CancellationToken);

        Assert.IsType(expected, result);
    }

    [Fact]
    public async Task A_score_is_no_new_attempt_and_leaves_a_manual_mark_alone()
    {
        await using var network = new RecordedPlatform().Play(Exchange("token")).Play(Exchange("score-stored"));
        await using var tool = await LtiHost.StartAsync(Noon, network.Network());

        await tool.Get<GradesClient>().PostScoreAsync(School, Plain(Column), Graded, TestContext.Current.CancellationToken);

        var extension = JsonNode.Parse(network.Requests[^1].Body)!["https://canvas.instructure.com/lti/submission"]!;
        Assert.False(extension["new_submission"]!.GetValue<bool>());
        Assert.False(extension["preserve_score"]!.GetValue<bool>());
        Assert.True(extension["prioritize_non_tool_grade"]!.GetValue<bool>());
        Assert.False(GradesClient.TraitsOf(School).KeepsGradeOnProgress);
    }

    [Fact]
    public void Only_the_enrolments_tell_a_teacher_of_one_section_from_an_assistant()
    {
        Assert.Equal(CourseRole.Instructor, RoleOf("assistant_in_one_section_teacher_in_another"));
        Assert.Equal(CourseRole.TeachingAssistant, RoleOf("assistant_only"));
    }

    /// <summary>Only where the settings allow http can a registration have such an address.</summary>
    [Fact]
    public void A_school_that_is_reached_by_http_may_frame_us_from_there()
    {
        var insecure = School with { AuthorizationEndpoint = new Uri("http://canvas.lan/api/lti/authorize_redirect") };
        var custom = new Dictionary<string, string> { ["canvas_api_domain"] = "north.canvas.lan:3000" };

        Assert.Contains("http://north.canvas.lan:3000", LmsCatalog.Of(insecure).FrameOrigins(insecure, custom, null));
        Assert.Contains("http:", LmsCatalog.Of(insecure).FrameSourcesBeforeLaunch(insecure));
        Assert.Contains("http://lan.example", FrameAncestors.Registered(insecure with { AccountDomain = "lan.example" }));
        Assert.DoesNotContain("http://north.canvas.lan:3000", LmsCatalog.Of(School).FrameOrigins(School, custom, null));
        Assert.DoesNotContain("http:", LmsCatalog.Of(School).FrameSourcesBeforeLaunch(School));
    }

    [Fact]
    public void An_account_is_no_course()
    {
        Assert.False(LmsCatalog.Of(School).IsCourse(["Account"]));
        Assert.True(LmsCatalog.Of(School).IsCourse(["http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering"]));
        Assert.True(LmsCatalog.Of(School).IsCourse([]));
    }

    [Fact]
    public void The_schools_own_domain_may_frame_us()
    {
        var custom = Custom("assistant_only");

        var origins = LmsCatalog.Of(School).FrameOrigins(School, custom, new Uri("https://back.north.example/courses/7"));

        Assert.Contains("https://learn.north.example:8443", origins);
        Assert.Contains("https://back.north.example", origins);
        Assert.Contains("https:", LmsCatalog.Of(School).FrameSourcesBeforeLaunch(School));
        Assert.DoesNotContain("https:", LmsCatalog.Of(School).FrameSourcesBeforeLaunch(School with { AccountDomain = "school.instructure.com" }));
    }

    [Theory]
    [InlineData("x; script-src *")]
    [InlineData("evil.example https:")]
    public void A_domain_that_is_none_does_not_get_into_the_policy(string domain)
    {
        var custom = new Dictionary<string, string> { ["canvas_api_domain"] = domain };

        var origins = LmsCatalog.Of(School).FrameOrigins(School, custom, null);

        Assert.Equal(LmsCatalog.Of(School).FrameOrigins(School, new Dictionary<string, string>(), null), origins);
    }

    [Theory]
    [InlineData("https://canvas.instructure.com", "https://sso.canvaslms.com/login/oauth2/token")]
    [InlineData("https://canvas.beta.instructure.com", "https://sso.beta.canvaslms.com/login/oauth2/token")]
    [InlineData("https://canvas.school.example", "https://canvas.school.example/login/oauth2/token")]
    public void Addresses_follow_from_the_issuer(string issuer, string token) =>
        Assert.Equal(new Uri(token), LmsCatalog.Of("canvas").AddressesOf(issuer)!.Token);

    private static CourseRole RoleOf(string name) =>
        LmsCatalog.Of(School).RoleOf([.. Launch(name)["roles"]!.AsArray().Select(role => role!.GetValue<string>())], Custom(name));

    private static Dictionary<string, string> Custom(string name) =>
        Launch(name)["custom"]!.AsObject().ToDictionary(one => one.Key, one => one.Value!.GetValue<string>());

    private static JsonNode Launch(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestFolder.Of("Lms"), "Canvas", "documented", "launch-claims.json")))![name]!;

    internal static Recording Exchange(string name) =>
        Recording.Read(Path.Combine(TestFolder.Of("Lms"), "Canvas", "documented", name + ".json"));

    // The script has no certificate; the way there is not what is tested.
    private static Uri Plain(Uri address) => new UriBuilder(address) { Scheme = "http", Port = 80 }.Uri;
}
