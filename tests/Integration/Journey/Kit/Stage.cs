extern alias demolms;

using System.Security.Cryptography;
using demolms::LearningBuddy.DemoLms;
using demolms::LearningBuddy.DemoLms.Registration;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.LtiTool.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>The whole tool and the demo LMS, in this process, over real HTTP, registered with each other.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>The key of every platform: making one takes a tenth of a second and more.</summary>
    private static readonly RSA PlatformKey = RSA.Create(2048);

    private readonly TestDatabase database;

    private Stage(TestDatabase database, WebApplication tool, WebApplication lms)
    {
        this.database = database;
        Tool = tool;
        Lms = lms;
    }

    public WebApplication Tool { get; }

    public WebApplication Lms { get; }

    /// <summary>What requests to the tool threw.</summary>
    public UnhandledFaults Faults => Tool.Services.GetRequiredService<UnhandledFaults>();

    public DemoWorld World => Lms.Services.GetRequiredService<DemoWorld>();

    public ShiftableClock Clock => Tool.Services.GetRequiredService<ShiftableClock>();

    public string ToolUrl { get; private init; } = "";

    public string LmsUrl => Lms.Urls.First();

    public static async Task<Stage> StartAsync(bool onPostgres, string school = "moodle", Action<WebApplicationBuilder>? configure = null)
    {
        var own = await TestDatabase.CopyAsync(onPostgres);
        var port = FreePort.Next();
        var toolUrl = $"http://localhost:{port}";
        var tool = await LearningBuddyApp.BuildAsync(
            [$"--urls=http://127.0.0.1:{port}", $"--contentRoot={SolutionFolder.At("src", "LtiTool")}"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["LearningBuddy:PublicUrl"] = toolUrl,
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
                builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<UnhandledFaults>());
                configure?.Invoke(builder);
            });
        await tool.StartAsync();
        var lms = DemoLmsApp.Build(
            ["--urls=http://127.0.0.1:0"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["DemoLms:ToolUrl"] = toolUrl,
                    ["DemoLms:RegisterAtStart"] = "false",
                });
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
            });
        foreach (var platform in lms.Services.GetRequiredService<DemoWorld>().Schools.Select(one => one.Platform).Distinct())
        {
            platform.Keys.Begin(PlatformKey);
        }

        await lms.StartAsync();
        var stage = new Stage(own, tool, lms) { ToolUrl = toolUrl };
        await lms.Services.GetRequiredService<ToolRegistrar>().RegisterAsync(stage.World.FindSchool(school)!, CancellationToken.None);
        return stage;
    }

    /// <summary>A test that waits for an exercise is not to hang on chance, which leaves out one in ten.</summary>
    private static JourneyDesign EverybodyGetsExercises(JourneyDesign design) => design.Find<NudgesSection>() is { } section
        ? design with { Sections = design.Sections.With(section with { HoldOutPercent = 0 }) }
        : design;

    /// <summary>A context of the tool's database, for looking at what is stored.</summary>
    public T Look<T>(Func<BuddyDbContext, T> look)
    {
        using var scope = Tool.Services.CreateScope();
        return look(scope.ServiceProvider.GetRequiredService<BuddyDbContext>());
    }

    /// <summary>Handles everything that is due, and sends everything that waits to be sent.</summary>
    public async Task SendAsync()
    {
        await Tool.Services.GetRequiredService<DueWorker>().DrainAsync(CancellationToken.None);
        await Tool.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
    }

    /// <summary>What the clocks show, UTC.</summary>
    public DateTimeOffset Now => Tool.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Moves the clocks to the moment at which the next exercise comes, by day, and lets it come; false where none is planned.</summary>
    public async Task<bool> MoveToNudgeAsync()
    {
        if (Look(db => db.DueItems.Where(item => item.Kind == DueKind.Nudge).Select(item => (DateTimeOffset?)item.DueAt).ToList()).Min() is not { } due)
        {
            return false;
        }

        await MoveAsync(due - Now + TimeSpan.FromSeconds(1));
        await SendAsync();
        return true;
    }

    /// <summary>Moves the tool's clock and the LMS's together.</summary>
    public Task MoveAsync(TimeSpan by) => Lms.Services.GetRequiredService<SharedClock>().AdvanceAsync(by, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Lms.StopAsync();
        await Lms.DisposeAsync();
        await Tool.StopAsync();
        await Tool.DisposeAsync();
        await database.DisposeAsync();
    }
}
