using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using LearningBuddy.Tests.Browser.Stage;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>
/// WebKitGTK, Safari's engine, on a virtual screen through its own WebDriver: the few commands of the W3C protocol that the tests
/// need. Its default policy takes no cookie of any kind in a third-party frame.
/// </summary>
internal sealed class WebKit : IAsyncDisposable
{
    private const string ElementKey = "element-6066-11e4-a52e-4f735466cecf";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private readonly Xvfb screen;
    private readonly ChildProcess driver;
    private readonly HttpClient client;
    private string session = "";

    private WebKit(Xvfb screen, ChildProcess driver, int port)
    {
        this.screen = screen;
        this.driver = driver;
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    public static async Task<WebKit> StartAsync()
    {
        var virtualScreen = await Xvfb.StartAsync();
        var port = FreePort.Next();
        var webDriver = ChildProcess.Start("/usr/bin/WebKitWebDriver", [$"--port={port}"], new Dictionary<string, string>
        {
            ["DISPLAY"] = virtualScreen.Display,
            ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1",
            ["LIBGL_ALWAYS_SOFTWARE"] = "1",
        });
        var webKit = new WebKit(virtualScreen, webDriver, port);
        await webKit.OpenSessionAsync();
        return webKit;
    }

    public Task GoToAsync(string url) => SendAsync("url", new JsonObject { ["url"] = url });

    public async Task<string> UrlAsync() => (await GetAsync("url"))!.GetValue<string>();

    /// <summary>Waits for an element and returns its id.</summary>
    /// <exception cref="TimeoutException">It didn't appear.</exception>
    public Task<string> FindAsync(string css, TimeSpan? timeout = null) => Eventually.SeeAsync(
        async () =>
        {
            var found = (await SendAsync("elements", new JsonObject { ["using"] = "css selector", ["value"] = css }))!.AsArray();
            return found.Count > 0 ? found[0]![ElementKey]!.GetValue<string>() : null;
        },
        timeout ?? StartTimeout,
        async () => $"no element {css} at {await UrlAsync()}:\n{await SourceAsync()}");

    public Task ClickAsync(string element) => SendAsync($"element/{element}/click", []);

    public Task TypeAsync(string element, string text) => SendAsync($"element/{element}/value", new JsonObject { ["text"] = text });

    public async Task<string> TextAsync(string element) => (await GetAsync($"element/{element}/text"))!.GetValue<string>();

    /// <summary>Goes into a frame of the page it is in.</summary>
    public Task EnterFrameAsync(string element) => SendAsync("frame", new JsonObject { ["id"] = new JsonObject { [ElementKey] = element } });

    public Task<JsonNode?> RunAsync(string script) => SendAsync("execute/sync", new JsonObject { ["script"] = script, ["args"] = new JsonArray() });

    public async Task<string> SourceAsync() => (await GetAsync("source"))!.GetValue<string>();

    /// <returns>A PNG of what the page shows.</returns>
    public async Task<byte[]> ScreenshotAsync() => Convert.FromBase64String((await GetAsync("screenshot"))!.GetValue<string>());

    public async ValueTask DisposeAsync()
    {
        if (session.Length > 0)
        {
            using var ended = await client.DeleteAsync(new Uri(session, UriKind.Relative));
        }

        client.Dispose();
        driver.Dispose();
        screen.Dispose();
    }

    private async Task OpenSessionAsync() =>
        session = await Eventually.SeeAsync(TryOpenSessionAsync, StartTimeout, () => Task.FromResult("no session with the driver"));

    private async Task<string?> TryOpenSessionAsync()
    {
        try
        {
            var capabilities = new JsonObject { ["capabilities"] = new JsonObject { ["alwaysMatch"] = new JsonObject() } };
            using var answer = await client.PostAsJsonAsync(new Uri("session", UriKind.Relative), capabilities);
            var value = (await ValueAsync(answer))!;
            return $"session/{value["sessionId"]!.GetValue<string>()}";
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return null;
        }
    }

    private async Task<JsonNode?> SendAsync(string command, JsonObject body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri($"{session}/{command}", UriKind.Relative), body);
        return await ValueAsync(answer);
    }

    private async Task<JsonNode?> GetAsync(string command)
    {
        using var answer = await client.GetAsync(new Uri($"{session}/{command}", UriKind.Relative));
        return await ValueAsync(answer);
    }

    private static async Task<JsonNode?> ValueAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        var value = body?["value"];
        return answer.IsSuccessStatusCode ? value : throw new InvalidOperationException($"WebDriver: {value?.ToJsonString()}");
    }
}
