using LearningBuddy.DemoLms.Registration;
using LearningBuddy.DemoLms.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>A tool on localhost whose login page only talks to the platform's windows and writes down what they answer.</summary>
internal sealed class StorageTool : IAsyncDisposable
{
    private const string Page = """
        <!doctype html><title>storage tool</title><ol id="answers"></ol>
        <script>
        const ask = (target, message, origin) => new Promise(resolve => {
          const heard = event => {
            if (event.data?.message_id !== message.message_id) return;
            removeEventListener('message', heard);
            resolve(event.data);
          };
          addEventListener('message', heard);
          target.postMessage(message, origin);
        });
        window.ask = ask;
        document.body.dataset.ready = 'yes';
        </script>
        """;

    private readonly WebApplication app;

    private StorageTool(WebApplication app) => this.app = app;

    public string Url => $"http://localhost:{new Uri(app.Urls.First()).Port}";

    public static async Task<StorageTool> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.MapMethods("/lti/login", ["GET", "POST"], () => Results.Content(Page, "text/html"));
        await web.StartAsync();
        return new StorageTool(web);
    }

    /// <summary>Makes it the tool of a school, without the protocol.</summary>
    public void RegisterAt(School school) => school.Tool = new ToolRegistration
    {
        ClientId = "10000000000012",
        Name = "Storage tool",
        InitiateLoginUri = $"{Url}/lti/login",
        RedirectUris = [$"{Url}/lti/launch"],
        JwksUri = $"{Url}/jwks",
        TargetLinkUri = $"{Url}/lti/launch",
        Scopes = new HashSet<string>(),
        Custom = [],
        Disclosure = Disclosure.Nothing,
        IsActive = true,
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
