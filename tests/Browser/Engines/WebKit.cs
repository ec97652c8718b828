using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>
/// WebKitGTK, Safari's engine, on a virtual screen through its own WebDriver: the few commands of the W3C protocol that the tests
/// need. Its default policy takes no cookie of any kind in a third-party frame.
/// </summary>
internal sealed class WebKit : IAsyncDisposable
{
    private const string ElementKey = "element-6066-11e4-a52e-4f735466cecf";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
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
        var port = FreePort();
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
    public async Task<string> FindAsync(string css, TimeSpan? timeout = null)
    {
        var query = new JsonObject { ["using"] = "css selector", ["value"] = css };
        var until = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = (await SendAsync("elements", query.DeepClone().AsObject()))!.AsArray();
            if (found.Count > 0)
                return found[0]![ElementKey]!.GetValue<string>();
            if (TimeProvider.System.GetElapsedTime(until) > (timeout ?? StartTimeout))
                throw new TimeoutException($"No element {css} at {await UrlAsync()}:\n{await SourceAsync()}");
            await Task.Delay(BetweenLooks);
        }
    }

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

    private async Task OpenSessionAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                var capabilities = new JsonObject { ["capabilities"] = new JsonObject { ["alwaysMatch"] = new JsonObject() } };
                using var answer = await client.PostAsJsonAsync(new Uri("session", UriKind.Relative), capabilities);
                var value = (await ValueAsync(answer))!;
                session = $"session/{value["sessionId"]!.GetValue<string>()}";
                return;
            }
            catch (HttpRequestException) when (TimeProvider.System.GetElapsedTime(started) < StartTimeout)
            {
                await Task.Delay(BetweenLooks);
            }
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
