using System.Net;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>The tool's own address with a host in letters outside of ASCII: browsers and platforms write it in ASCII, and so does the tool.</summary>
public sealed class PublicUrlTests
{
    private const string Ours = "https://xn--bcher-kva.example";

    [Fact]
    public async Task A_host_in_any_script_is_known_by_the_name_that_browsers_and_platforms_use()
    {
        await using var stage = await Stage.StartAsync(onPostgres: false, configure: builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["LearningBuddy:PublicUrl"] = "https://bücher.example" }));
        Assert.Equal(Ours + "/", stage.Tool.Services.GetRequiredService<IOptions<LearningBuddyOptions>>().Value.PublicUrl.AbsoluteUri);

        // A form of our own page is no foreign one, and a launch comes back to the address that was registered.
        Assert.Equal(HttpStatusCode.Unauthorized, await EnterAsync(stage, Ours));
        Assert.Equal(HttpStatusCode.Forbidden, await EnterAsync(stage, "https://evil.example"));
        using var school = await ScriptedSchool.RegisterAsync(stage);
        using var browser = new Visitor();
        await browser.GoToAsync(
            new Uri($"{stage.ToolUrl}/lti/login?iss=https%3A%2F%2Fschool.example&client_id=client-1&login_hint=1"
                + $"&target_link_uri={Uri.EscapeDataString("https://bücher.example/lti/launch")}"),
            "cross-site");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains(
            "redirect_uri=" + Uri.EscapeDataString(Ours + "/lti/launch"),
            browser.Page.QuerySelector("#continue")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(stage.Faults.All);
    }

    private static async Task<HttpStatusCode> EnterAsync(Stage stage, string origin)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, stage.ToolUrl + "/admin/enter")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("token", "wrong")]),
            Headers = { { "Origin", origin } },
        };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
