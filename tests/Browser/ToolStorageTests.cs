using System.Text.Json.Nodes;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>
/// The tool's own <c>platform-storage.js</c>, <c>login.js</c> and <c>launch.js</c>, in Chromium with third-party cookies blocked: what they post, to whom, and which
/// answers they believe (LTI client-side postMessage and platform storage specifications).
/// </summary>
public sealed class ToolStorageTests(WholeStage stage) : IClassFixture<WholeStage>
{
    private const string Answer = "data => ({ subject: `${data.subject}.response`, message_id: data.message_id, key: data.key, value: data.value ?? 'kept' })";

    [Fact]
    public async Task Put_and_get_have_exactly_the_shapes_of_the_specification()
    {
        await using var scene = await StorageScene.StartAsync(stage.Tool);
        await scene.AnswerAsync(Answer);

        Assert.True(await scene.PutAsync("state-a", "a"));
        Assert.Equal("kept", await scene.GetAsync("state-a"));

        var (put, get) = await scene.HeardAsync() is [var first, var second] ? (first, second) : throw new InvalidOperationException("Two messages were expected.");
        Assert.Equal(["key", "message_id", "subject", "value"], put.Keys());
        Assert.Equal(["key", "message_id", "subject"], get.Keys());
        Assert.Equal(("lti.put_data", "state-a", "a"), (put.Text("subject"), put.Text("key"), put.Text("value")));
        Assert.Equal(("lti.get_data", "state-a"), (get.Text("subject"), get.Text("key")));
        Assert.NotEqual(put.Text("message_id"), get.Text("message_id"));
        Assert.True(put.Text("message_id").Length > 10);
    }

    [Fact]
    public async Task Parent_can_be_the_frame_that_keeps()
    {
        await using var scene = await StorageScene.StartAsync(stage.Tool);
        await scene.AnswerInParentAsync(Answer);

        Assert.Equal("kept", await scene.GetAsync("state-a", target: "_parent"));
        Assert.Empty(await scene.HeardAsync());
    }

    [Theory]
    [InlineData("an error", "data => ({ subject: 'lti.get_data.response', message_id: data.message_id, error: { code: 'bad_request', message: 'no' } })")]
    [InlineData("no value", "data => ({ subject: 'lti.get_data.response', message_id: data.message_id, key: data.key, value: null })")]
    [InlineData("a value that is no text", "data => ({ subject: 'lti.get_data.response', message_id: data.message_id, key: data.key, value: { text: 'a' } })")]
    [InlineData("an answer to another message", "data => ({ subject: 'lti.get_data.response', message_id: 'another', key: data.key, value: 'a' })")]
    [InlineData("no message_id", "data => ({ subject: 'lti.get_data.response', key: data.key, value: 'a' })")]
    [InlineData("text in place of an object", "data => JSON.stringify({ subject: 'lti.get_data.response', message_id: data.message_id, value: 'a' })")]
    [InlineData("silence", "() => undefined")]
    public async Task Nothing_is_found_when_the_platform_gives(string what, string answer)
    {
        await using var scene = await StorageScene.StartAsync(stage.Tool);
        await scene.AnswerAsync(answer);

        Assert.True(await scene.GetAsync("state-a") is null, what);
        Assert.Single(await scene.HeardAsync());
    }

    [Theory]
    [InlineData("data => ({ subject: 'lti.put_data.response', message_id: data.message_id, error: { code: 'storage_exhaustion', message: 'full' } })")]
    [InlineData("data => ({ subject: 'lti.put_data.response', message_id: data.message_id, key: data.key, value: 'another' })")]
    [InlineData("() => undefined")]
    public async Task Nothing_is_kept_unless_the_platform_says_so(string answer)
    {
        await using var scene = await StorageScene.StartAsync(stage.Tool);
        await scene.AnswerAsync(answer);

        Assert.False(await scene.PutAsync("state-a", "a"));
    }

    [Fact]
    public async Task Frame_that_is_not_there_is_not_waited_for()
    {
        await using var scene = await StorageScene.StartAsync(stage.Tool);

        Assert.Null(await scene.GetAsync("state-a", target: "nowhere"));
        Assert.False(await scene.PutAsync("state-a", "a", target: "nowhere"));
    }

    [Fact]
    public async Task Answer_of_another_origin_is_ignored_even_with_the_right_message_id()
    {
        await using var scene = await StorageScene.StartAsync(stage.Tool);
        await scene.ForgeAsync("forged", thenAnswer: null);
        Assert.Null(await scene.GetAsync("state-a"));

        await scene.ForgeAsync("forged", thenAnswer: "true");
        Assert.Equal("true", await scene.GetAsync("state-a"));
        Assert.Equal(2, await scene.ForgedAsync());
    }

    [Fact]
    public async Task Nothing_is_told_to_a_frame_that_is_not_of_the_platforms_origin()
    {
        await using var scene = await StorageScene.StartAsync(stage.Tool);
        await scene.LeadStorageFrameToStrangerAsync();

        Assert.False(await scene.PutAsync("state-a", "secret"));
        Assert.Empty(await scene.HeardAsync());
    }

    [Fact]
    public async Task Launch_at_Canvas_works_by_platform_storage_alone()
    {
        await using var chromium = await Chromium.StartNewAsync(ThirdPartyCookies.Blocked, siteWithoutData: stage.Tool.Url);
        var lms = new Lms(stage, await chromium.OpenAsync());
        var heard = await ListenAsync(lms.Page);

        await BareLink.At(stage.Lms, stage.Canvas.Slug).OpenAsync(lms);
        await lms.ShownAsync();

        Assert.Equal("blocked", await KeptInSessionAsync(lms));
        Assert.DoesNotContain(await chromium.Context.CookiesAsync(), cookie => cookie.Domain == "localhost");
        Assert.Equal(["lti.put_data", "lti.get_data"], heard.Select(message => message.Text("subject")));
        Assert.Single(heard.Select(message => message.Text("key")).Distinct());
    }

    [Fact]
    public async Task Launch_at_Canvas_without_an_answer_offers_a_tab_of_its_own()
    {
        await using var chromium = await Chromium.StartNewAsync(ThirdPartyCookies.Blocked, siteWithoutData: stage.Tool.Url);
        var lms = new Lms(stage, await chromium.OpenAsync());
        await lms.Page.RouteAsync("**/assets/storage-frame.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));

        await BareLink.At(stage.Lms, stage.Canvas.Slug).OpenAsync(lms);

        await Assertions.Expect(lms.Tool.Locator("a[data-text='lti.open-in-new-tab']")).ToBeVisibleAsync();
        Findings.None(await Axe.FindingsAsync(lms.Page));
    }

    private static Task<string> KeptInSessionAsync(Lms lms) =>
        lms.ToolFrame.EvaluateAsync<string>("() => { try { return sessionStorage.length + ''; } catch { return 'blocked'; } }");

    private static async Task<List<JsonObject>> ListenAsync(IPage page)
    {
        var heard = new List<JsonObject>();
        await page.ExposeFunctionAsync("overheard", (string message) => heard.Add(JsonNode.Parse(message)!.AsObject()));
        await page.AddInitScriptAsync("addEventListener('message', event => { if (event.data?.subject?.endsWith('_data')) overheard(JSON.stringify(event.data)); })");
        return heard;
    }
}

/// <summary>Short words for messages.</summary>
internal static class Messages
{
    public static IEnumerable<string> Keys(this JsonObject message) => message.Select(pair => pair.Key).Order(StringComparer.Ordinal);

    public static string Text(this JsonObject message, string name) => message[name]!.GetValue<string>();
}
