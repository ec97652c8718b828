using System.Diagnostics;
using Xunit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>Waits for what another process does: looks again and again until it is so, and fails when it takes too long.</summary>
internal static class Soon
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static async Task IsAsync(Func<Task<bool>> isSo, Func<string> otherwise)
    {
        using var looks = new PeriodicTimer(Between);
        for (var waited = Stopwatch.StartNew(); !await isSo();)
        {
            if (waited.Elapsed > Longest)
            {
                Assert.Fail(otherwise());
            }

            await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
