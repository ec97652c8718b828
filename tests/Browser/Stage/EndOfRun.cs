using LearningBuddy.Tests.Browser.Engines;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Ends what tests shared, after the last of them.</summary>
public sealed class EndOfRun : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        IdleChromiums.End();
        await RunningTools.EndIdleAsync();
    }
}
