using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.Tests.Browser.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>
/// A school's page with three frames: the running tool, the platform's storage, which answers as a test says, and a stranger of a third origin, who forges answers.
/// The tool's frame runs the tool's own script.
/// </summary>
internal sealed class StorageScene : IAsyncDisposable
{
    private const string StorageFrame = "post_message_forwarding";

    /// <summary>Notes what it hears; <c>window.answer</c> makes the answer, <c>window.forge</c> lets the stranger speak first.</summary>
    private const string StoragePage = """
        <!doctype html><title>storage</title><script>
        window.heard = [];
        window.answer = () => undefined;
        addEventListener('message', async event => {
          if (!event.data?.subject || event.data.subject.endsWith('.response')) return;
          heard.push(event.data);
          if (window.forge) await window.forge(event.data);
          const made = window.answer(event.data);
          if (made !== undefined) event.source.postMessage(made, event.origin);
        });
        </script>
        """;

    /// <summary>Posts what it is told to the tool, then says that it did.</summary>
    private const string StrangerPage = """
        <!doctype html><title>stranger</title><script>
        window.heard = [];
        window.forged = 0;
        addEventListener('message', event => {
          if (!event.data?.forge) { heard.push(event.data); return; }
          parent.frames.tool.postMessage(event.data.forge, '*');
          forged++;
          event.source.postMessage('forged', '*');
        });
        </script>
        """;

    private readonly WebApplication platform;
    private readonly WebApplication stranger;
    private readonly Chromium chromium;
    private readonly IPage page;

    private StorageScene(WebApplication platform, WebApplication stranger, Chromium chromium, IPage page) =>
        (this.platform, this.stranger, this.chromium, this.page) = (platform, stranger, chromium, page);

    private string Origin => platform.Urls.First();

    private IFrame Tool => page.Frame("tool")!;

    private IFrame Storage => page.Frame(StorageFrame)!;

    public static async Task<StorageScene> StartAsync(ToolStage tool)
    {
        var others = await ServeAsync(("/", StrangerPage), ("/storage", StoragePage));
        var school = await ServeAsync(
            ("/storage", StoragePage),
            ("/", $"{StoragePage}<iframe name=\"tool\" src=\"{tool.Url}/health/live\"></iframe><iframe name=\"{StorageFrame}\" src=\"/storage\"></iframe>"
                + $"<iframe name=\"stranger\" src=\"{others.Urls.First()}/\"></iframe>"));
        var browser = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var tab = await browser.OpenAsync();
        await tab.GotoAsync(school.Urls.First());
        return new StorageScene(school, others, browser, tab);
    }

    /// <param name="answer">A JavaScript function from the message to its answer; undefined for none.</param>
    public Task AnswerAsync(string answer) => Storage.EvaluateAsync($"() => {{ window.answer = {answer}; }}");

    public Task AnswerInParentAsync(string answer) => page.EvaluateAsync($"() => {{ window.answer = {answer}; }}");

    /// <summary>The stranger answers first, with the right message_id; then the platform, or nobody.</summary>
    public Task ForgeAsync(string value, string? thenAnswer) => Storage.EvaluateAsync(
        """
        ([value, thenAnswer]) => {
          const made = (data, value) => ({ subject: `${data.subject}.response`, message_id: data.message_id, key: data.key, value });
          window.forge = data => new Promise(resolve => {
            addEventListener('message', event => { if (event.data === 'forged') resolve(); });
            parent.frames.stranger.postMessage({ forge: made(data, value) }, '*');
          });
          window.answer = data => thenAnswer === null ? undefined : made(data, thenAnswer);
        }
        """,
        new[] { value, thenAnswer });

    public Task<int> ForgedAsync() => page.Frame("stranger")!.EvaluateAsync<int>("forged");

    /// <summary>Somebody else's page gets the name that the platform's storage had.</summary>
    public Task LeadStorageFrameToStrangerAsync() => Storage.GotoAsync($"{stranger.Urls.First()}/storage");

    public Task<bool> PutAsync(string key, string value, string target = StorageFrame) => Tool.EvaluateAsync<bool>(
        "async ([target, origin, key, value]) => (await import('/lti/platform-storage.js')).put(target, origin, key, value)", new[] { target, Origin, key, value });

    public Task<string?> GetAsync(string key, string target = StorageFrame) => Tool.EvaluateAsync<string?>(
        "async ([target, origin, key]) => (await import('/lti/platform-storage.js')).get(target, origin, key)", new[] { target, Origin, key });

    /// <summary>What the storage frame was told.</summary>
    public async Task<IReadOnlyList<JsonObject>> HeardAsync() =>
        JsonSerializer.Deserialize<List<JsonObject>>(await Storage.EvaluateAsync<string>("JSON.stringify(heard)"))!;

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await platform.DisposeAsync();
        await stranger.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync(params (string Path, string Html)[] pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        foreach (var (path, html) in pages)
            web.MapGet(path, () => Results.Content(html, "text/html"));
        await web.StartAsync();
        return web;
    }
}
