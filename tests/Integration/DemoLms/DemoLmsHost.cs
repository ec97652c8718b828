extern alias demolms;

using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using demolms::LearningBuddy.DemoLms;
using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.Registration;
using demolms::LearningBuddy.DemoLms.Tokens;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Captured;
using LearningBuddy.Tests.Integration.Lti;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>The demo LMS on a random port with a scripted tool beside it.</summary>
internal sealed partial class DemoLmsHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly JsonObject recordedKeys;

    private DemoLmsHost(WebApplication app, ScriptedTool tool, CapturedMoodle recordings, FakeTimeProvider machine, JsonObject recordedKeys)
    {
        this.app = app;
        this.recordedKeys = recordedKeys;
        Tool = tool;
        Recordings = recordings;
        Machine = machine;
        Client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // Moodle's Link headers and reason phrases are UTF-8.
            ResponseHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
        })
        { BaseAddress = new Uri(app.Urls.First()) };
    }

    public ScriptedTool Tool { get; }

    /// <summary>What was recorded of the release that this Moodle plays.</summary>
    public CapturedMoodle Recordings { get; }

    /// <summary>The clock of the machine, standing still at the moment of the recording.</summary>
    public FakeTimeProvider Machine { get; }

    public HttpClient Client { get; }

    public DemoWorld World => app.Services.GetRequiredService<DemoWorld>();

    public LaunchDesk Desk => app.Services.GetRequiredService<LaunchDesk>();

    public IdTokens IdTokens => app.Services.GetRequiredService<IdTokens>();

    public CourseWork Work => app.Services.GetRequiredService<CourseWork>();

    public SharedClock SharedClock => app.Services.GetRequiredService<SharedClock>();

    public RegistrationTokens RegistrationTokens => app.Services.GetRequiredService<RegistrationTokens>();

    public ToolRegistrar Registrar => app.Services.GetRequiredService<ToolRegistrar>();

    public School Moodle => World.FindSchool("moodle")!;

    public School Canvas => World.FindSchool("canvas-north")!;

    public string BaseUrl => World.BaseUrl;

    /// <summary>Starts both and registers the tool everywhere.</summary>
    /// <param name="register">False leaves the schools without a tool.</param>
    /// <param name="firstNumber">The number before the first activity.</param>
    /// <param name="version">The release of Moodle.</param>
    /// <param name="mailFolder">Where the tool's mails are; null for none.</param>
    public static async Task<DemoLmsHost> StartAsync(
        bool register = true, int firstNumber = 100, string version = "4.5", string? mailFolder = null)
    {
        var tool = await ScriptedTool.StartAsync();
        var recordings = new CapturedMoodle(version);
        var machine = new FakeTimeProvider(recordings.From);
        var keys = recordings.Json("tool-jwks.json");
        var web = DemoLmsApp.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(machine);
            builder.Services.AddHttpClient(ToolRegistrar.ClientName).AddHttpMessageHandler(() => new RecordedToolKeys(new Uri(recordings.Tool + "/jwks"), () => keys));
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["DemoLms:ToolUrl"] = tool.Url,
                ["DemoLms:RegisterAtStart"] = "false",
                ["DemoLms:MoodleRelease"] = version,
                ["DemoLms:FirstNumber"] = firstNumber.ToString(),
                ["DemoLms:MailFolder"] = mailFolder,
            });
        });
        await web.StartAsync(TestContext.Current.CancellationToken);
        var host = new DemoLmsHost(web, tool, recordings, machine, keys);
        if (register)
        {
            var registrar = web.Services.GetRequiredService<ToolRegistrar>();
            foreach (var school in host.World.Schools)
                await registrar.RegisterAsync(school, TestContext.Current.CancellationToken);
        }

        return host;
    }

    /// <summary>An access token as if it had been asked for.</summary>
    public string Token(School school, params string[] scopes) =>
        app.Services.GetRequiredService<AccessTokens>().Issue(school, scopes.Length == 0 ? Lti.AllScopes : scopes);

    /// <summary>What a tool sends to the authorization endpoint for this login initiation.</summary>
    public Dictionary<string, string> AuthenticationRequest(LoginInitiation login) => new()
    {
        ["scope"] = "openid",
        ["response_type"] = "id_token",
        ["response_mode"] = "form_post",
        ["prompt"] = "none",
        ["client_id"] = login.Fields["client_id"],
        ["redirect_uri"] = $"{Tool.Url}/lti/launch",
        ["login_hint"] = login.Fields["login_hint"],
        ["lti_message_hint"] = login.Fields["lti_message_hint"],
        ["state"] = "state-1",
        ["nonce"] = "nonce-1",
    };

    /// <summary>Asks the authorization endpoint and reads the page it answers with.</summary>
    public async Task<PostedForm> AuthorizeAsync(string path, IEnumerable<KeyValuePair<string, string>> request)
    {
        var query = string.Join('&', request.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        using var answer = await Client.GetAsync($"{path}?{query}", TestContext.Current.CancellationToken);
        return PostedForm.Of(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Changes the recording tool's key set where this host finds it.</summary>
    public void ChangeToolKeys(Action<JsonObject> change) => change(recordedKeys);

    /// <summary>A recorded exchange, with this host in the recorded platform's place.</summary>
    public Recorded Recorded(string name) => DemoLms.Recorded.Load(Recordings, name, BaseUrl + "/moodle");

    /// <summary>Sends a recorded request at its moment.</summary>
    /// <returns>How the answer differs from the recorded one.</returns>
    public async Task<IReadOnlyList<string>> ReplayAsync(string name, string? token)
    {
        var recorded = Recorded(name);
        // Recordings are replayed in any order, so the clock may have to go back.
        Machine.AdjustTime(recorded.At);
        using var request = recorded.ToRequest(token);
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return [.. (await Compare.AnswerAsync(recorded, answer)).Select(difference => $"{name}: {difference}")];
    }

    /// <summary>A whole launch: the claims the tool receives.</summary>
    public async Task<JsonObject> LaunchAsync(PreparedLaunch launch)
    {
        var path = launch.School.Platform.Path + launch.School.Platform.Personality.AuthorizationPath;
        var posted = await AuthorizeAsync(path, AuthenticationRequest(Desk.Prepare(launch)));
        return Payload(posted.Fields["id_token"]);
    }

    public static JsonObject Payload(string jwt) => JsonNode.Parse(Base64UrlEncoder.Decode(jwt.Split('.')[1]))!.AsObject();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Tool.DisposeAsync();
    }

    /// <summary>A form in a page: where it goes and its hidden fields. Without a form, the page's text.</summary>
    internal sealed partial record PostedForm(string? Action, Dictionary<string, string> Fields, string Page)
    {
        public static PostedForm Of(string page) => new(
            ActionAttribute().Match(page) is { Success: true } action ? WebUtility.HtmlDecode(action.Groups[1].Value) : null,
            HiddenField().Matches(page).ToDictionary(m => WebUtility.HtmlDecode(m.Groups[1].Value), m => WebUtility.HtmlDecode(m.Groups[2].Value)),
            page);

        [GeneratedRegex("<form [^>]*action=\"([^\"]*)\"")]
        private static partial Regex ActionAttribute();

        [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
        private static partial Regex HiddenField();
    }
}
