extern alias demolms;

using System.Security.Cryptography;
using demolms::LearningBuddy.DemoLms;
using demolms::LearningBuddy.DemoLms.Registration;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Shared.Core;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine.Due;
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

    private readonly RunningTool tool;
    private readonly Func<ValueTask> leaveTool;

    private Stage(RunningTool tool, Func<ValueTask> leaveTool, WebApplication lms)
    {
        this.tool = tool;
        this.leaveTool = leaveTool;
        Lms = lms;
    }

    public WebApplication Tool => tool.App;

    public WebApplication Lms { get; }

    /// <summary>What requests to the tool threw.</summary>
    public UnhandledFaults Faults => Tool.Services.GetRequiredService<UnhandledFaults>();

    public DemoWorld World => Lms.Services.GetRequiredService<DemoWorld>();

    public ShiftableClock Clock => Tool.Services.GetRequiredService<ShiftableClock>();

    public string ToolUrl => tool.Url;

    public string LmsUrl => Lms.Urls.First();

    /// <summary>With a tool of its own, which is ended with it.</summary>
    public static async Task<Stage> StartAsync(bool onPostgres, string school = "moodle", Action<WebApplicationBuilder>? configure = null)
    {
        var own = await RunningTool.StartAsync(onPostgres, configure);
        return await StartAsync(own, own.DisposeAsync, school);
    }

    /// <summary>With a tool that runs already, and goes on for other tests.</summary>
    /// <param name="kind">Tells tools that are configured alike from others.</param>
    /// <param name="configure">Configures one where none is idle.</param>
    public static async Task<Stage> OnRunningToolAsync(bool onPostgres, string school, string kind, Action<WebApplicationBuilder> configure)
    {
        var running = await RunningTools.TakeAsync((onPostgres, kind), configure);
        return await StartAsync(running, LeaveAsync, school);

        ValueTask LeaveAsync()
        {
            RunningTools.GiveBack(running, (onPostgres, kind));
            return ValueTask.CompletedTask;
        }
    }

    private static async Task<Stage> StartAsync(RunningTool tool, Func<ValueTask> leaveTool, string school)
    {
        // A port that no test had before: a running tool still knows the keys, and how often it may ask for others, of the LMS that was there.
        var lms = DemoLmsApp.Build(
            [$"--urls=http://127.0.0.1:{FreePort.Next()}"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
                {
                    ["DemoLms:ToolUrl"] = tool.Url,
                    ["DemoLms:RegisterAtStart"] = "false",
                });
                builder.Logging.ClearProviders();
            });
        foreach (var platform in lms.Services.GetRequiredService<DemoWorld>().Schools.Select(one => one.Platform).Distinct())
        {
            platform.Keys.Begin(PlatformKey);
        }

        await lms.StartAsync();
        var stage = new Stage(tool, leaveTool, lms);
        await lms.Services.GetRequiredService<ToolRegistrar>().RegisterAsync(stage.World.FindSchool(school)!, CancellationToken.None);
        return stage;
    }

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
        await leaveTool();
    }
}
