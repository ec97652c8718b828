using LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Tool and LMS on two sites, registered with each other; one for the tests of a class.</summary>
public class WholeStage : IAsyncLifetime
{
    private static readonly TimeSpan RegistrationTimeout = TimeSpan.FromSeconds(60);
    private ToolStage? tool;
    private LmsStage? lms;

    internal ToolStage Tool => tool ?? throw new InvalidOperationException("The stage isn't set.");

    internal LmsStage Lms => lms ?? throw new InvalidOperationException("The stage isn't set.");

    internal School Moodle => Lms.World.FindSchool("moodle")!;

    internal School Canvas => Lms.World.FindSchool("canvas-north")!;

    public async ValueTask InitializeAsync()
    {
        tool = await FindToolAsync();
        lms = await LmsStage.StartAsync(tool.Url, tool.Mails);
        await Eventually.SeeAsync(
            () => lms.World.Schools.All(school => school.Tool is { IsActive: true }) ? lms : null, RegistrationTimeout, $"registration of the tool:\n{tool.Log}");
    }

    public async ValueTask DisposeAsync()
    {
        if (lms is not null)
            await lms.DisposeAsync();
        if (tool is null)
            return;
        Screenshots.KeepLog(tool.Log, $"tool-{new Uri(tool.Url).Port}");
        if (lms is { HasMoved: false })
            RunningTools.GiveBack(tool);
        else
            await tool.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual Task<ToolStage> FindToolAsync() => RunningTools.TakeAsync();
}

/// <summary>A stage whose tool nobody used before: for stories of weeks, in which everything that comes due counts, and for what administrators see.</summary>
public sealed class NewStage : WholeStage
{
    private protected override Task<ToolStage> FindToolAsync() => ToolStage.StartAsync();
}

/// <summary>A stage whose tool, which nobody used before, sends statements to another record store: of one journey, which nobody takes.</summary>
public sealed class ForwardingStage : WholeStage
{
    /// <summary>What the administrator called the other record store.</summary>
    internal const string Store = "Reports";

    // It is the tool's own: it answers, and no statement of a test goes there.
    private protected override Task<ToolStage> FindToolAsync() => ToolStage.StartAsync(url => new Dictionary<string, string>
    {
        ["LearningBuddy__Lrs__Destinations__0__Name"] = Store,
        ["LearningBuddy__Lrs__Destinations__0__Endpoint"] = $"{url}/xapi/",
        ["LearningBuddy__Lrs__Destinations__0__Key"] = ToolStage.StoreKey,
        ["LearningBuddy__Lrs__Destinations__0__Secret"] = ToolStage.StoreSecret,
        ["LearningBuddy__Lrs__Destinations__0__Journeys__0"] = Guid.Empty.ToString("D"),
    });
}
