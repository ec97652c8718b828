using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Reports about other tools whose right answer shows only on the wire of a whole one (docs/robustness.md).</summary>
public sealed class ReportTests() : JourneyScene(onPostgres: false)
{
    private readonly LogLines log = new();

    private protected override LogLines Log => log;

    [Fact]
    public async Task A_login_by_GET_with_a_hint_of_nine_thousand_characters_goes_on_with_the_whole_hint()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var browser = new Visitor();
        var hint = new string('h', 9_000);

        await browser.GoToAsync(
            new Uri($"{Stage.ToolUrl}/lti/login?iss=https%3A%2F%2Fschool.example&client_id=client-1&login_hint=1"
                + $"&target_link_uri={Uri.EscapeDataString(Stage.ToolUrl + "/lti/launch")}&lti_message_hint={hint}"),
            "cross-site");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var asked = HttpUtility.ParseQueryString(new Uri(browser.Page.QuerySelector("#continue")!.GetAttribute("href")!).Query);
        Assert.Equal(hint, asked["lti_message_hint"]);
    }

    [Fact]
    public async Task A_platform_that_takes_no_links_is_told_so_before_anything_is_set_up()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        var claims = ScriptedSchool.AsDeepLinking(school.Claims("7", ScriptedSchool.Membership + "Instructor"));
        var settings = claims["https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"]!.AsObject();
        (settings["accept_types"], settings["accept_multiple"]) = (new JsonArray("link", "html", "file"), false);
        using var teacher = await school.OpenAsync(claims);

        Assert.Contains(Wording.Of("setup.takes-no-links"), teacher.Text, StringComparison.Ordinal);
        Assert.Null(teacher.Page.QuerySelector("button[data-text='setup.use-template']"));
        await teacher.PressAsync("setup.back-to-the-course");

        var token = new JsonWebToken(teacher.Page.QuerySelector("input[name=JWT]")!.GetAttribute("value"));
        var answer = JsonElement.Parse(Base64UrlDecoded(token.EncodedPayload));
        Assert.Equal(0, answer.GetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/content_items").GetArrayLength());
        Assert.Equal(Wording.Of("setup.takes-no-links"), answer.GetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/errormsg").GetString());
        Assert.Equal("https://school.example/deep", teacher.Page.QuerySelector("form")!.GetAttribute("action"));
    }

    /// <summary>The server gives a form five seconds to begin; then it says so, and no more than a line is logged.</summary>
    [Fact]
    public async Task A_form_that_stops_coming_is_answered_408_with_one_line_in_the_log()
    {
        var tool = new Uri(Stage.ToolUrl);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, tool.Port, TestContext.Current.CancellationToken);
        await using var wire = socket.GetStream();
        await wire.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST /lti/launch HTTP/1.1\r\nHost: localhost:{tool.Port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\nConnection: close\r\n\r\nid_tok"),
            TestContext.Current.CancellationToken);

        using var reader = new StreamReader(wire);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal);
        Assert.Contains("LTI-006", answer, StringComparison.Ordinal);
        var line = Assert.Single(log.All, line => line.Contains("LTI-006", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(log.All, other => other.Contains("unhandled", StringComparison.OrdinalIgnoreCase));
    }

    private static string Base64UrlDecoded(string text) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text));
}
