using LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Tool and LMS on two sites, registered with each other; one for all tests that only look at pages.</summary>
public sealed class WholeStage : IAsyncLifetime
{
    private static readonly TimeSpan RegistrationTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private ToolStage? tool;
    private LmsStage? lms;

    internal ToolStage Tool => tool ?? throw new InvalidOperationException("The stage isn't set.");

    internal LmsStage Lms => lms ?? throw new InvalidOperationException("The stage isn't set.");

    internal School Moodle => Lms.World.FindSchool("moodle")!;

    internal School Canvas => Lms.World.FindSchool("canvas-north")!;

    public async ValueTask InitializeAsync()
    {
        tool = await ToolStage.StartAsync();
        lms = await LmsStage.StartAsync(tool.Url);
        var started = TimeProvider.System.GetTimestamp();
        while (lms.World.Schools.Any(s => s.Tool is not { IsActive: true }))
        {
            if (TimeProvider.System.GetElapsedTime(started) > RegistrationTimeout)
                throw new InvalidOperationException($"The tool didn't register:\n{tool.Log}");
            await Task.Delay(BetweenLooks);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (lms is not null)
            await lms.DisposeAsync();
        if (tool is null)
            return;
        Screenshots.KeepLog(tool.Log, $"tool-{new Uri(tool.Url).Port}");
        await tool.DisposeAsync();
    }
}
