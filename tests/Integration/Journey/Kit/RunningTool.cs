using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.LtiTool.Startup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>The tool in this process, with a database of its own.</summary>
internal sealed class RunningTool : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly CallersAddress callers = new();

    private RunningTool(TestDatabase database, string url)
    {
        this.database = database;
        Url = url;
    }

    public WebApplication App { get; private set; } = null!;

    public string Url { get; }

    public static async Task<RunningTool> StartAsync(bool onPostgres, Action<WebApplicationBuilder>? configure = null)
    {
        var own = await TestDatabase.CopyAsync(onPostgres);
        var port = FreePort.Next();
        var running = new RunningTool(own, $"http://localhost:{port}");
        running.App = await LearningBuddyApp.BuildAsync(
            [$"--urls=http://127.0.0.1:{port}", $"--contentRoot={SolutionFolder.At("src", "LtiTool")}"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["LearningBuddy:PublicUrl"] = running.Url,
                    ["LearningBuddy:DataDirectory"] = own.Folder,
                    ["LearningBuddy:Demo"] = "true",
                    ["LearningBuddy:AllowInsecureHttp"] = "true",
                    ["LearningBuddy:Registration:Mode"] = "Open",
                    ["LearningBuddy:Admin:Token"] = "integration-tests-only",
                    ["ConnectionStrings:Database"] = own.ConnectionString,
                    ["Logging:LogLevel:Default"] = "Warning",
                });
                builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
                builder.Services.AddSharedViews();
                builder.Services.AddSingleton<UnhandledFaults>();
                builder.Services.AddSingleton<TemplateChange>(EverybodyGetsExercises);
                builder.Services.AddSingleton<IStartupFilter>(running.callers);
                builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<UnhandledFaults>());
                configure?.Invoke(builder);
            });
        await running.App.StartAsync();
        return running;
    }

    /// <summary>As after its first start: nothing stored but keys, and the clock true.</summary>
    public async Task BeginAnewAsync()
    {
        App.Services.GetRequiredService<ShiftableClock>().Offset = TimeSpan.Zero;
        callers.Move();
        await database.EmptyAsync();

        // What is still under way for the test before comes to its end, and leaves nothing.
        await App.Services.GetRequiredService<DueWorker>().DrainAsync(CancellationToken.None);
        await App.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        await database.EmptyAsync();
        database.DeleteFiles();
        App.Services.GetRequiredService<UnhandledFaults>().Forget();
        await using var scope = App.Services.CreateAsyncScope();
        await UpkeepDue.PlanAsync(
            scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), App.Services.GetRequiredService<TimeProvider>(), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A test that waits for an exercise is not to hang on chance, which leaves out one in ten.</summary>
    private static JourneyDesign EverybodyGetsExercises(JourneyDesign design) => design.Find<NudgesSection>() is { } section
        ? design with { Sections = design.Sections.With(section with { HoldOutPercent = 0 }) }
        : design;
}
