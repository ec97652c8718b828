using LearningBuddy.Shared.Core;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Promises are kept on working days, and where the reader of the date is.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-30T09:00Z", 1, "Europe/Berlin", "2026-12-01T17:00Z")]
    [InlineData("2026-12-04T09:00Z", 1, "Europe/Berlin", "2026-12-07T17:00Z")]
    [InlineData("2026-12-05T09:00Z", 3, "Europe/Berlin", "2026-12-09T17:00Z")]
    [InlineData("2026-11-30T23:30Z", 1, "Europe/Berlin", "2026-12-02T17:00Z")]
    [InlineData("2026-03-27T09:00Z", 1, "Europe/Berlin", "2026-03-30T16:00Z")]
    public void A_weekend_is_left_out(string from, int days, string zone, string end) => Assert.Equal(
        DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture),
        WorkingDays.EndAfter(
            days, DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));
}
