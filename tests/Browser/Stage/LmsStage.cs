using LearningBuddy.DemoLms;
using LearningBuddy.DemoLms.Registration;
using LearningBuddy.DemoLms.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>The demo LMS on 127.0.0.1 and a port that no LMS had before in this run: by that a tool tells one from another.</summary>
internal sealed class LmsStage : IAsyncDisposable
{
    private readonly WebApplication app;

    private LmsStage(WebApplication app) => this.app = app;

    public DemoWorld World => app.Services.GetRequiredService<DemoWorld>();

    public string Url => World.BaseUrl;

    /// <summary>Whether the clocks were moved.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Moves the clocks of LMS and tool.</summary>
    public Task MoveAsync(TimeSpan by)
    {
        HasMoved = true;
        return app.Services.GetRequiredService<SharedClock>().AdvanceAsync(by, CancellationToken.None);
    }

    /// <summary>The address that an administrator opens to register the tool at a school.</summary>
    public string RegistrationUrl(School school)
    {
        var token = app.Services.GetRequiredService<RegistrationTokens>().Issue(school, ToolRegistrar.ClientIdOf(school));
        return app.Services.GetRequiredService<ToolRegistrar>().RegistrationUrl(school, token);
    }

    /// <param name="toolUrl">The tool that is asked to register; null for an LMS alone.</param>
    /// <param name="mailFolder">Where the tool's mails are; null for none.</param>
    public static async Task<LmsStage> StartAsync(string? toolUrl, string? mailFolder = null)
    {
        var web = DemoLmsApp.Build([], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["urls"] = $"http://127.0.0.1:{FreePort.Next()}",
                ["DemoLms:ToolUrl"] = toolUrl ?? "http://localhost:9",
                ["DemoLms:RegisterAtStart"] = toolUrl is null ? "false" : "true",
                ["DemoLms:FirstNumber"] = "100",
                ["DemoLms:MailFolder"] = mailFolder,
            });
        });
        await web.StartAsync();
        return new LmsStage(web);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
