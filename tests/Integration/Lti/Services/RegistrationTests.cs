using System.Net;
using System.Text.Json.Nodes;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Lti.Lms;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti;

public sealed class RegistrationTests
{
    private static readonly MoodleCapture Moodle = new("4.5");

    private static readonly string Start =
        $"/lti/register?openid_configuration={Uri.EscapeDataString(Moodle.Site + "/mod/lti/openid-configuration.php")}&registration_token=rt";

    [Fact]
    public async Task A_real_platforms_registration_is_stored_and_its_frame_closed()
    {
        await using var network = Recorded("registration/exchange");
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("data-done=\"true\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var platform = Assert.Single(await tool.Platforms.FindByIssuerAsync(Moodle.Site, TestContext.Current.CancellationToken));
        Assert.Equal(Moodle.Platform.ClientId, platform.ClientId);
        Assert.Equal("moodle", platform.ProductFamilyCode);
        Assert.Equal(Moodle.Platform.JwksUri, platform.JwksUri);
        Assert.Equal(PlatformStatus.Active, platform.Status);
        Assert.Contains(LtiScopes.Score, platform.Scopes);
        Assert.Equal("1", Assert.Single(tool.Platforms.Deployments));
        Assert.All(network.Requests, request => Assert.Equal("Bearer rt", request.Headers["Authorization"]));
    }

    [Fact]
    public async Task What_we_say_of_ourselves_is_what_the_platform_demands()
    {
        await using var network = Recorded("registration/exchange");
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        var sent = JsonNode.Parse(network.Requests[^1].Body)!;
        var about = sent["https://purl.imsglobal.org/spec/lti-tool-configuration"]!;
        Assert.Equal("private_key_jwt", sent["token_endpoint_auth_method"]!.GetValue<string>());
        Assert.Equal("id_token", sent["response_types"]![0]!.GetValue<string>());
        Assert.Equal(Moodle.Tool + "lti/login", sent["initiate_login_uri"]!.GetValue<string>());
        Assert.Equal(Moodle.Tool.Authority, about["domain"]!.GetValue<string>());
        Assert.Equal(Moodle.Tool + "lti/launch", about["target_link_uri"]!.GetValue<string>());
        Assert.Equal("$Context.id.history", about["custom_parameters"]!["context_history"]!.GetValue<string>());
        Assert.Equal(2, about["messages"]!.AsArray().Count);
        Assert.DoesNotContain("openid", sent["scope"]!.GetValue<string>().Split(' '));
    }

    [Fact]
    public async Task A_second_registration_of_the_same_client_is_an_update()
    {
        await using var network = Recorded("registration/exchange");
        network.Play(Moodle.Exchange("registration/openid-configuration-exchange")).Play(Moodle.Exchange("registration/exchange"));
        await using var tool = await StartAsync(network);

        using var first = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);
        using var second = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        Assert.Equal(1, tool.Platforms.Count);
    }

    [Theory]
    [InlineData("registration/error-token-used", "token_already_used")]
    [InlineData("registration/error-missing-domain", "missing_domain")]
    public async Task The_platforms_own_words_are_shown_when_it_refuses(string recording, string words)
    {
        await using var network = Recorded(recording);
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("LTI-107", page, StringComparison.Ordinal);
        Assert.Equal(0, tool.Platforms.Count);
    }

    [Theory]
    [InlineData(RegistrationMode.Approval, PlatformStatus.Pending)]
    [InlineData(RegistrationMode.Open, PlatformStatus.Active)]
    public async Task The_mode_decides_who_lets_it_in(RegistrationMode mode, PlatformStatus status)
    {
        await using var network = Recorded("registration/exchange");
        await using var tool = await StartAsync(network, mode);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        Assert.Equal(status, Assert.Single(await tool.Platforms.FindByIssuerAsync(Moodle.Site, TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task Nobody_is_asked_anything_when_registration_is_closed()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await StartAsync(network, RegistrationMode.Closed);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(network.Requests);
    }

    [Theory]
    [InlineData("", "LTI-102")]
    [InlineData("not an address", "LTI-102")]
    [InlineData("http://169.254.169.254/latest/meta-data", "LTI-103")]
    [InlineData("https://127.0.0.1/openid-configuration", "LTI-103")]
    [InlineData("https://[::1]/openid-configuration", "LTI-103")]
    [InlineData("https://localhost/openid-configuration", "LTI-103")]
    [InlineData("file:///etc/passwd", "LTI-103")]
    [InlineData("https://admin:secret@school.example/", "LTI-103")]
    public async Task No_address_inside_our_own_network_is_ever_asked(string address, string code)
    {
        await using var tool = await LtiHost.StartAsync(Moodle.From, null, options =>
        {
            options.AllowInsecureHttp = false;
            options.RegistrationMode = RegistrationMode.Open;
        });

        using var answer = await tool.Browser.GetAsync(
            "/lti/register?openid_configuration=" + Uri.EscapeDataString(address), TestContext.Current.CancellationToken);

        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_refused_as_well()
    {
        var redirect = Moodle.Exchange("registration/openid-configuration-exchange") with { Status = 302, Head = "Location: http://10.0.0.5/openid-configuration\r\n", Body = "" };
        await using var network = new RecordedPlatform().Play(redirect);
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        Assert.Contains("LTI-103", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"issuer\": \"http://localhost:8100\"", "\"issuer\": \"https://elsewhere.example\"", "LTI-106")]
    [InlineData("\"jwks_uri\"", "\"other\"", "LTI-105")]
    [InlineData("{", "<html>", "LTI-104")]
    public async Task A_configuration_that_can_not_be_trusted_is_refused(string part, string instead, string code)
    {
        var recorded = Moodle.Exchange("registration/openid-configuration-exchange");
        await using var network = new RecordedPlatform().Play(recorded with { Body = recorded.Body.Replace(part, instead, StringComparison.Ordinal) });
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_host_says_of_itself_is_shown_to_be_copied()
    {
        var recorded = Moodle.Exchange("registration/openid-configuration-exchange");
        await using var network = new RecordedPlatform().Play(recorded with
        {
            Body = recorded.Body.Replace("\"issuer\": \"http://localhost:8100\"", "\"issuer\": \"https://elsewhere.example\"", StringComparison.Ordinal),
        });
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("issuer: https://elsewhere.example", page, StringComparison.Ordinal);
        Assert.Contains("jwks_uri: ", page, StringComparison.Ordinal);
        Assert.Contains(new Uri(Moodle.Site).Authority, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_link_says_to_start_again()
    {
        var expired = Moodle.Exchange("registration/openid-configuration-exchange") with { Status = 401, Body = "{\"message\":\"expired\",\"trace\":\"x\"}" };
        await using var network = new RecordedPlatform().Play(expired);
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("LTI-110", page, StringComparison.Ordinal);
        Assert.Contains("Start the registration again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("trace", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_with_a_line_break_in_its_token_is_refused()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start + "%0A%00", TestContext.Current.CancellationToken);

        Assert.Contains("LTI-110", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_longer_than_a_launch_may_send_is_not_stored()
    {
        var recorded = Moodle.Exchange("registration/exchange") with { RequestHeaders = new Dictionary<string, string>() };
        await using var network = new RecordedPlatform()
            .Play(Moodle.Exchange("registration/openid-configuration-exchange"))
            .Play(recorded with { Body = recorded.Body.Replace(Moodle.Platform.ClientId, new string('c', 100_000), StringComparison.Ordinal) });
        await using var tool = await StartAsync(network);

        using var answer = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);

        Assert.Contains("LTI-108", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, tool.Platforms.Count);
    }

    [Fact]
    public void A_schools_host_may_speak_for_the_issuer_that_all_schools_share_but_not_bring_its_own_keys()
    {
        var (address, configuration) = Documented();

        Assert.True(LmsCatalog.Of("canvas").MaySpeakFor(address, configuration));
        Assert.False(LmsCatalog.Of("").MaySpeakFor(address, configuration));
        Assert.False(LmsCatalog.Of("canvas").MaySpeakFor(address, configuration with { JwksUri = new Uri("https://evil.example/jwks") }));
        Assert.False(LmsCatalog.Of("canvas").MaySpeakFor(address, configuration with { TokenEndpoint = new Uri("https://instructure.com.evil.example/token") }));
        Assert.False(LmsCatalog.Of("canvas").MaySpeakFor(address, configuration with { Issuer = "https://other.example" }));
    }

    [Fact]
    public void Only_the_school_that_made_a_registration_changes_it()
    {
        var (address, configuration) = Documented();
        var registered = Moodle.Platform with { Issuer = configuration.Issuer, AccountDomain = "school.instructure.com" };

        Assert.True(LmsCatalog.Of("canvas").MayChange(address, registered));
        Assert.False(LmsCatalog.Of("canvas").MayChange(new Uri("https://evil.example/"), registered));
        Assert.False(LmsCatalog.Of("canvas").MayChange(address, registered with { AccountDomain = null }));
    }

    [Fact]
    public void Another_product_is_told_about_us_in_its_own_words()
    {
        var (_, configuration) = Documented();

        var about = ToolRegistration.Write(configuration, new Uri("https://buddy.example"))["https://purl.imsglobal.org/spec/lti-tool-configuration"]!;

        Assert.Equal("public", about["https://canvas.instructure.com/lti/privacy_level"]!.GetValue<string>());
        Assert.Equal("course_navigation", about["messages"]![0]!["placements"]![0]!.GetValue<string>());
        Assert.Equal("$Canvas.api.domain", about["custom_parameters"]!["canvas_api_domain"]!.GetValue<string>());
        Assert.Null(LmsCatalog.Of("canvas").TokenAudience(configuration.AuthorizationServer));
        Assert.Equal("North School", configuration.AccountName);
        Assert.Equal("school.instructure.com", configuration.AccountDomain);
    }

    [Fact]
    public async Task A_stranger_can_not_bring_new_keys_for_a_registration_that_is_there()
    {
        var recorded = Moodle.Exchange("registration/openid-configuration-exchange");
        await using var network = Recorded("registration/exchange");
        await using var tool = await StartAsync(network);
        using var first = await tool.Browser.GetAsync(Start, TestContext.Current.CancellationToken);
        network.Play(recorded with { Body = recorded.Body.Replace("certs.php", "mine.php", StringComparison.Ordinal) }, "/mine");

        using var answer = await tool.Browser.GetAsync(
            "/lti/register?openid_configuration=" + Uri.EscapeDataString("http://evil.example/mine"), TestContext.Current.CancellationToken);

        Assert.Contains("LTI-106", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(Moodle.Platform.JwksUri, Assert.Single(await tool.Platforms.FindByIssuerAsync(Moodle.Site, TestContext.Current.CancellationToken)).JwksUri);
    }

    private static (Uri Address, PlatformConfiguration Configuration) Documented()
    {
        var exchange = CanvasTests.Exchange("openid-configuration");
        using var document = System.Text.Json.JsonDocument.Parse(exchange.Body);
        return (exchange.Address, PlatformConfiguration.Read(document.RootElement).Configuration!);
    }

    private static Task<LtiHost> StartAsync(RecordedPlatform network, RegistrationMode mode = RegistrationMode.Open) =>
        LtiHost.StartAsync(Moodle.From, network.Network(), options =>
        {
            options.PublicUrl = Moodle.Tool;
            options.RegistrationMode = mode;
        });

    private static RecordedPlatform Recorded(string answer) => new RecordedPlatform()
        .Play(Moodle.Exchange("registration/openid-configuration-exchange"))
        .Play(Moodle.Exchange(answer) with { RequestHeaders = new Dictionary<string, string>() });
}
