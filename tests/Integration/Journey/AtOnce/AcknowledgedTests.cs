using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>On SQLite.</summary>
public sealed class AcknowledgedOnSqliteTests() : AcknowledgedTests(onPostgres: false);

/// <summary>On PostgreSQL.</summary>
public sealed class AcknowledgedOnPostgresTests() : AcknowledgedTests(onPostgres: true);

/// <summary>
/// Learners, buddies and four facilitators at the same time, each on their own way and many of them twice, over the pages: what a page said
/// was done is there, what it said came too late is not, and nobody saw a fault.
/// </summary>
public abstract class AcknowledgedTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task What_pages_said_was_done_is_done() => Assert.True(await WorkAsync(learners: 4, rounds: 1) >= 60, "Too few deeds.");

    [Fact]
    [Trait("Part", "Long")]
    public async Task What_pages_said_was_done_is_done_for_a_whole_class() =>
        Assert.True(await WorkAsync(Cast.Learners, rounds: 1) >= 600, "Too few deeds.");

    private async Task<int> WorkAsync(int learners, int rounds)
    {
        using var cast = await Cast.OpenAsync(Stage, Room);
        var ledger = new Ledger();
        var paths = Enumerable.Range(0, learners).Select(learner => new LearnersPath(cast, ledger, learner, (learner + 1) % learners)).ToList();

        // Those who are asked must have started; from then on everybody goes at their own pace, and the outbox works beside them.
        await Task.WhenAll(paths.Select(path => path.StartAsync()));
        var work = Task.WhenAll(paths.Select(path => path.GoAsync(rounds)));
        while (!work.IsCompleted)
        {
            await Stage.SendAsync();
        }

        await work;
        await Stage.SendAsync();
        ledger.AssertIsKept(cast, paths);
        return ledger.Count;
    }
}
