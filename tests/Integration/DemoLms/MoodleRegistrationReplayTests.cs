extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.Registration;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Captured;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Recorded registrations, good and bad.</summary>
public sealed class MoodleRegistrationReplayTests
{
    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    public static MatrixTheoryData<string, string> BadRequests => new(CapturedMoodle.Versions,
        ["registration/error-auth-method", "registration/error-domain-mismatch", "registration/error-missing-domain"]);

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Answer_is_the_recorded_one(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false, version: version);
        var recorded = lms.Recorded("registration/exchange");

        using var answer = await RecordedMoodle.RegisterAsync(lms);

        Assert.Empty(await Compare.AnswerAsync(recorded, answer));
        Assert.Equal([], Compare.Json(lms.Recordings.Json("registration/response.json"), JsonNode.Parse(recorded.Body)));
        Assert.Equal([], Compare.Json(lms.Recordings.Json("registration/request.json"), JsonNode.Parse(recorded.RequestBody)));
    }

    /// <summary>Moodle's own form, opened after the recorded registration.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Tool_is_kept_as_the_recorded_form_shows_it(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var form = lms.Recordings.Json("registration/registered-tool-settings.json");
        string Field(string name) => form[name]!.ToString();
        var tool = lms.Moodle.Tool!;

        Assert.Equal(Field("lti_clientid"), tool.ClientId);
        Assert.Equal(Field("lti_typename"), tool.Name);
        Assert.Equal(Field("lti_description"), tool.Description);
        Assert.Equal(Field("lti_toolurl"), tool.TargetLinkUri);
        Assert.Equal(Field("lti_toolurl_ContentItemSelectionRequest"), tool.DeepLinkingUri);
        Assert.Equal(Field("lti_publickeyset"), tool.JwksUri);
        Assert.Equal(Field("lti_initiatelogin"), tool.InitiateLoginUri);
        Assert.Equal(Field("lti_redirectionuris"), string.Join('\n', tool.RedirectUris));
        Assert.Equal(Field("lti_icon"), tool.LogoUri);
        Assert.Equal(Field("lti_customparameters"), string.Join('\n', tool.Custom.Select(one => $"{one.Key}={one.Value}")));
        Assert.Equal(Field("ltiservice_gradesynchronization") == "2", tool.Scopes.Contains(Lti.AgsScope + "lineitem"));
        Assert.Equal(Field("ltiservice_memberships") == "1", tool.MayUseRoster);
        Assert.Equal(Field("lti_sendname") == "1", tool.Disclosure.HasFlag(Disclosure.Names));
        Assert.Equal(Field("lti_sendemailaddr") == "1", tool.Disclosure.HasFlag(Disclosure.Email));
    }

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task Bad_request_gets_the_recorded_word_and_keeps_the_token(string version, string recording)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false, version: version);
        var token = lms.RegistrationTokens.Issue(lms.Moodle, lms.Recordings.ClientId);

        Assert.Empty(await lms.ReplayAsync(recording, token));
        Assert.IsType<RegistrationTokenCheck.Good>(lms.RegistrationTokens.Check(token));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Token_works_once_and_is_needed(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false, version: version);
        var token = lms.RegistrationTokens.Issue(lms.Moodle, lms.Recordings.ClientId);
        using var first = lms.Recorded("registration/error-token-used").ToRequest(token);

        using var good = await lms.Client.SendAsync(first, TestContext.Current.CancellationToken);

        Assert.Equal(200, (int)good.StatusCode);
        Assert.Empty(await lms.ReplayAsync("registration/error-token-used", token));
        Assert.Empty(await lms.ReplayAsync("registration/error-no-token", null));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Token_says_and_lasts_what_the_recorded_one_does(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false, version: version);
        var recorded = lms.Recordings.Json("registration/registration-token.json");
        lms.Machine.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(recorded["payload"]!["iat"]!.GetValue<long>()));

        var token = lms.RegistrationTokens.Issue(lms.Moodle, lms.Recordings.ClientId);

        Assert.Equal([], Compare.Json(recorded["payload"], DemoLmsHost.Payload(token)));
        lms.World.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.IsType<RegistrationTokenCheck.Good>(lms.RegistrationTokens.Check(token));
        lms.World.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<RegistrationTokenCheck.Invalid>(lms.RegistrationTokens.Check(token));
    }

    /// <summary>A page that is opened as it was: same parameters, with this platform in place of the recorded one.</summary>
    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Registration_page_is_opened_with_the_recorded_parameters(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false, version: version);
        var recorded = System.Web.HttpUtility.ParseQueryString(
            new Uri(lms.Recordings.Json("registration/initiation.json")["url"]!.GetValue<string>()).Query);

        var address = new Uri(lms.Registrar.RegistrationUrl(lms.Moodle, "a-token"));

        var query = System.Web.HttpUtility.ParseQueryString(address.Query);
        Assert.Equal(recorded.AllKeys, query.AllKeys);
        Assert.Equal(recorded["openid_configuration"]!.Replace(lms.Recordings.Site, lms.BaseUrl + "/moodle", StringComparison.Ordinal), query["openid_configuration"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Update_has_a_scope_of_its_own_and_answers_for_the_same_client(string version)
    {
        await using var lms = await RecordedMoodle.StartAsync(version);
        var known = lms.Moodle.Tool!;

        var token = lms.RegistrationTokens.Issue(lms.Moodle, known.ClientId);
        using var request = lms.Recorded("registration/exchange").ToRequest(token);
        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("reg-update", DemoLmsHost.Payload(token)["scope"]!.GetValue<string>());
        Assert.Equal(known.ClientId, body["client_id"]!.GetValue<string>());
        Assert.True(lms.Moodle.Tool!.IsActive);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Custom_value_is_told_only_up_to_an_equals_sign_but_kept_whole(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false, version: version);
        var body = lms.Recordings.Json("registration/request.json");
        body["https://purl.imsglobal.org/spec/lti-tool-configuration"]!["custom_parameters"] = new JsonObject { ["odd"] = "a=b" };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/moodle/mod/lti/openid-registration.php") { Content = new StringContent(body.ToJsonString()) };
        request.Headers.Authorization = new("Bearer", lms.RegistrationTokens.Issue(lms.Moodle, lms.Recordings.ClientId));

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("a", told["https://purl.imsglobal.org/spec/lti-tool-configuration"]!["custom_parameters"]!["odd"]!.GetValue<string>());
        Assert.Equal("a=b", Assert.Single(lms.Moodle.Tool!.Custom).Value);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task New_tool_is_pending_until_it_is_activated(string version)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false, version: version);
        var token = lms.RegistrationTokens.Issue(lms.Moodle, lms.Recordings.ClientId);
        using var request = lms.Recorded("registration/exchange").ToRequest(token);

        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var page = await lms.Client.GetAsync("/moodle/as/3/courses/2/add", TestContext.Current.CancellationToken);

        Assert.False(lms.Moodle.Tool!.IsActive);
        Assert.Equal(503, (int)page.StatusCode);
    }
}
