using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Reinforcement;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-25T12:00:00Z", "2026-11-25T12:00:00Z")] // Wednesday noon
    [InlineData("2026-11-25T18:30:00Z", "2026-11-26T07:00:00Z")] // Wednesday evening, 19:30 in Berlin
    [InlineData("2026-11-25T02:00:00Z", "2026-11-25T07:00:00Z")] // before the morning
    [InlineData("2026-11-27T19:00:00Z", "2026-11-30T07:00:00Z")] // Friday night over the weekend
    [InlineData("2026-03-28T12:00:00Z", "2026-03-30T06:00:00Z")] // the weekend on which summer time begins
    public void What_is_wanted_in_quiet_hours_comes_at_the_next_morning(string wanted, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), QuietHours.Default.NextAllowed(DateTimeOffset.Parse(wanted), Berlin));

    [Fact]
    public void Whatever_is_wanted_the_answer_is_never_quiet_and_never_earlier() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        minutes =>
        {
            var wanted = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(Math.Abs((long)minutes) % 1_000_000);
            var allowed = QuietHours.Default.NextAllowed(wanted, Berlin);
            return allowed >= wanted && !QuietHours.Default.IsQuiet(TimeZoneInfo.ConvertTime(allowed, Berlin).DateTime);
        }).QuickCheckThrowOnFailure();
}
