using System.Net;
using LearningBuddy.SampleData.Output;
using LearningBuddy.Tests.Unit.XApi;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.SampleData;

public sealed class LrsUploadTests : IDisposable
{
    private static readonly List<SampleStatement> Statements = [.. Sample.Statements(Sample.Small(7), XApiVersion.V103, everything: false).Take(120)];
    private readonly StringWriter said = new();

    public void Dispose() => said.Dispose();

    [Fact]
    public async Task What_a_store_does_not_take_now_is_sent_again_and_nothing_else()
    {
        // The first request is taken, the second turned down twice.
        var requests = 0;
        using var lrs = new ScriptedLrs((_, body) => ++requests is 2 or 3 ? ScriptedLrs.Says(HttpStatusCode.ServiceUnavailable) : ScriptedLrs.Takes(body));

        Assert.True(await SendAsync(lrs));
        Assert.Contains("Done: 120 are there, 0 were refused.", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, lrs.Asked.Count);
    }

    [Fact]
    public async Task A_store_that_stays_down_is_given_up_with_what_to_do()
    {
        using var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.ServiceUnavailable));

        Assert.False(await SendAsync(lrs));
        Assert.Equal(5, lrs.Asked.Count);
        Assert.Contains("Stopped after 0 statements", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("run the same command again", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_not_tried_twice()
    {
        using var lrs = new ScriptedLrs((_, _) => ScriptedLrs.Says(HttpStatusCode.Unauthorized));

        Assert.False(await SendAsync(lrs));
        Assert.Single(lrs.Asked);
    }

    private Task<bool> SendAsync(ScriptedLrs lrs) =>
        new LrsUpload(lrs.Client(), new HastyClock(), said).SendAsync(Statements, ScriptedLrs.Endpoint, TestContext.Current.CancellationToken);

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
