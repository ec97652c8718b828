using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed class CanvasRegistrationTests
{
    private const string Configuration = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    [Fact]
    public async Task Answer_has_client_id_deployment_and_the_address_of_the_registration()
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);

        var (status, body) = await RegisterAsync(lms, lms.Tool.RegistrationRequest());

        Assert.Equal(200, status);
        Assert.Equal("10000000000012", body["client_id"]!.GetValue<string>());
        Assert.Equal(lms.Canvas.Courses.First().DeploymentId, body["deployment_id"]!.GetValue<string>());
        Assert.NotNull(body["registration_client_uri"]);
        Assert.True(lms.Canvas.Tool!.IsActive);
    }

    [Theory]
    [InlineData("grant type")]
    [InlineData("scope")]
    [InlineData("placement")]
    [InlineData("message")]
    [InlineData("auth method")]
    public async Task Request_with_a_fault_is_422_with_a_list(string fault)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);
        var request = lms.Tool.RegistrationRequest();
        var messages = request[Configuration]!["messages"]!.AsArray();
        switch (fault)
        {
            case "grant type":
                request["grant_types"] = new JsonArray("client_credentials");
                break;
            case "scope":
                request["scope"] = "https://no.such/scope";
                break;
            case "placement":
                messages.Add(new JsonObject { ["type"] = "LtiDeepLinkingRequest", ["placements"] = new JsonArray("course_navigation") });
                break;
            case "message":
                messages.Add(new JsonObject { ["type"] = "LtiSubmissionReviewRequest" });
                break;
            case "auth method":
                request["token_endpoint_auth_method"] = "client_secret_basic";
                break;
        }

        var (status, body) = await RegisterAsync(lms, request);

        Assert.Equal(422, status);
        Assert.NotEmpty(body["errors"]!.AsArray());
        Assert.Null(lms.Canvas.Tool);
    }

    [Theory]
    [InlineData("anonymous", "Nothing")]
    [InlineData("name_only", "Names")]
    [InlineData("email_only", "Email")]
    [InlineData("public", "Everything")]
    public async Task Privacy_level_decides_what_launches_tell(string level, string disclosure)
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);
        var request = lms.Tool.RegistrationRequest();
        request[Configuration]!["https://canvas.instructure.com/lti/privacy_level"] = level;

        await RegisterAsync(lms, request);

        Assert.Equal(disclosure, lms.Canvas.Tool!.Disclosure.ToString());
    }

    [Fact]
    public async Task Configuration_needs_the_registration_token()
    {
        await using var lms = await DemoLmsHost.StartAsync(register: false);

        using var answer = await lms.Client.GetAsync(
            "/canvas/api/lti/security/openid-configuration?school=canvas-north", TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    private static async Task<(int Status, JsonObject Body)> RegisterAsync(DemoLmsHost lms, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/canvas/api/lti/registrations")
        {
            Content = new StringContent(body.ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Authorization = new("Bearer", lms.RegistrationTokens.Issue(lms.Canvas, "10000000000012"));
        using var answer = await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject());
    }
}
