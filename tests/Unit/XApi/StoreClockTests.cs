using LearningBuddy.XApi.Lrs.Storage;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class StoreClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void While_nothing_is_written_everything_up_to_now_can_be_read() =>
        Assert.Equal(Noon, new StoreClock(DateTimeOffset.UnixEpoch).ConsistentThrough(Noon));

    [Fact]
    public void While_a_group_is_written_only_what_came_before_it_can_be_read()
    {
        var clock = new StoreClock(DateTimeOffset.UnixEpoch);
        var stored = clock.Begin(Noon);

        Assert.Equal(stored, clock.ConsistentThrough(Noon.AddSeconds(5)));

        clock.End();
        Assert.Equal(Noon.AddSeconds(5), clock.ConsistentThrough(Noon.AddSeconds(5)));
    }

    [Fact]
    public void Nothing_is_stored_before_a_moment_that_was_vouched_for()
    {
        var clock = new StoreClock(DateTimeOffset.UnixEpoch);
        var vouched = clock.ConsistentThrough(Noon);

        // The computer's clock is put back.
        Assert.True(clock.Begin(Noon.AddMinutes(-10)) >= vouched);
    }

    [Fact]
    public void A_restart_goes_on_after_the_newest_statement() =>
        Assert.Equal(Noon, new StoreClock(Noon).Begin(Noon.AddHours(-1)));

    [Fact]
    public void Times_are_whole_milliseconds() =>
        Assert.Equal(Noon, new StoreClock(DateTimeOffset.UnixEpoch).Begin(Noon.AddTicks(9_999)));
}
