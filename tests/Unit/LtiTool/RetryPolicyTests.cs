using LearningBuddy.LtiTool.Delivery;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 0.0, 2.5)]
    [InlineData(1, 0.999, 5)]
    [InlineData(4, 0.0, 20)]
    [InlineData(40, 0.999, 3600)]
    public void The_pause_doubles_up_to_an_hour_and_half_of_it_is_chance(int attempts, double chance, double seconds) =>
        Assert.Equal(seconds, RetryPolicy.Pause(attempts, null, chance).TotalSeconds, 0.01 * seconds);

    [Fact]
    public void What_the_other_side_asks_for_is_never_undercut() =>
        Assert.Equal(TimeSpan.FromHours(3), RetryPolicy.Pause(1, TimeSpan.FromHours(3), 0.5));
}
