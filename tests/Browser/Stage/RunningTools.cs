using System.Collections.Concurrent;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>
/// Tools that run already, for one stage after the other: starting one and rendering each page for the first time is most of what a test costs. Each stage
/// comes with an LMS of its own, which is another platform with other people, so nothing that was done before is seen.
/// </summary>
internal static class RunningTools
{
    private static readonly ConcurrentBag<ToolStage> Idle = [];

    /// <summary>One that nobody uses now; its folder of mails is empty.</summary>
    public static async Task<ToolStage> TakeAsync()
    {
        if (!Idle.TryTake(out var tool))
            return await ToolStage.StartAsync();
        tool.ForgetMails();
        return tool;
    }

    /// <summary>Gives one on whose clock shows the true time.</summary>
    public static void GiveBack(ToolStage tool) => Idle.Add(tool);

    /// <summary>Ends those that nobody uses.</summary>
    public static async Task EndIdleAsync()
    {
        while (Idle.TryTake(out var tool))
            await tool.DisposeAsync();
    }
}
