using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class LaneTests : IDisposable
{
    private static readonly DeliveryOutcome Failure = new DeliveryOutcome.Unavailable("HTTP 503");
    private readonly ShiftableClock clock = new();
    private readonly Lane lane;

    public LaneTests() => lane = new Lane(new LaneKey(DeliveryKind.Statement, "lrs"), clock);

    public void Dispose() => lane.Dispose();

    [Fact]
    public void A_few_failures_are_borne()
    {
        Fail(Lane.Patience - 1);

        Assert.Null(lane.PausedUntil);
    }

    [Fact]
    public void A_destination_that_fails_on_and_on_is_left_alone_for_longer_and_longer()
    {
        Fail(Lane.Patience - 1);
        foreach (var minutes in new[] { 1, 2, 5, 10, 10 })
        {
            Fail(1);
            clock.Offset += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(2);
            Assert.NotNull(lane.PausedUntil);
            clock.Offset += TimeSpan.FromSeconds(2);
            Assert.Null(lane.PausedUntil);
        }
    }

    [Fact]
    public void One_success_makes_good_all_failures()
    {
        Fail(Lane.Patience - 1);
        lane.Note([new DeliveryOutcome.Done("stored")]);
        Fail(Lane.Patience - 1);

        Assert.Null(lane.PausedUntil);
    }

    [Fact]
    public void What_the_destination_asked_for_is_kept_from_the_first_failure()
    {
        lane.Note([new DeliveryOutcome.Unavailable("HTTP 429", TimeSpan.FromMinutes(3))]);

        clock.Offset += TimeSpan.FromMinutes(2.9);
        Assert.NotNull(lane.PausedUntil);
        clock.Offset += TimeSpan.FromMinutes(0.1);
        Assert.Null(lane.PausedUntil);
    }

    [Fact]
    public void A_single_thing_that_is_wrong_pauses_nobody()
    {
        for (var i = 0; i < 2 * Lane.Patience; i++)
        {
            lane.Note([new DeliveryOutcome.Again("later"), new DeliveryOutcome.Park("never"), new DeliveryOutcome.Done("stored")]);
        }

        Assert.Null(lane.PausedUntil);
    }

    [Fact]
    public void Somebody_who_put_it_right_needs_not_wait()
    {
        Fail(Lane.Patience);

        lane.Resume();

        Assert.Null(lane.PausedUntil);
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            lane.Note([Failure]);
        }
    }
}
