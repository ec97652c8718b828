using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class XApiDurationTests
{
    [Theory]
    [InlineData("PT0S", 0)]
    [InlineData("PT35M", 35 * 60)]
    [InlineData("PT1H35M", 95 * 60)]
    [InlineData("PT59S", 59)]
    [InlineData("P42DT3H", ((42 * 24) + 3) * 3600)]
    [InlineData("P1D", 24 * 3600)]
    public void Durations_are_written_in_whole_seconds(string text, int seconds)
    {
        Assert.Equal(text, XApiDuration.Format(TimeSpan.FromSeconds(seconds)));
        Assert.True(XApiDuration.IsValid(text));
    }

    [Theory]
    [InlineData("PT4H35M59.14S", true)]
    [InlineData("PT16559,14S", true)]
    [InlineData("P3Y", true)]
    [InlineData("P1.5D", true)]
    [InlineData("P4W", true)]
    [InlineData("PT1234.56S", true)]
    [InlineData("PT0S", true)]
    [InlineData("P1Y2M10DT2H30M", true)]
    [InlineData("P16559.14S", false)]
    [InlineData("-PT5S", false)]
    [InlineData("P1W2D", false)]
    [InlineData("P", false)]
    [InlineData("PT", false)]
    [InlineData("P1DT", false)]
    [InlineData("P4W1D", false)]
    [InlineData("PT1M1H", false)]
    [InlineData("P1H", false)]
    [InlineData("PT1.5M3S", false)]
    [InlineData("P1MT1M1M", false)]
    [InlineData("PTT1M", false)]
    [InlineData("PT1", false)]
    [InlineData("PT.5S", false)]
    [InlineData("pt1s", false)]
    [InlineData("P0003-06-04T12:30:05", false)]
    public void Only_the_form_of_the_standard_is_valid(string text, bool valid) => Assert.Equal(valid, XApiDuration.IsValid(text));

    [Theory]
    [InlineData("PT1.234S", "PT1.239S", true)]
    [InlineData("PT1.20S", "PT1.2S", true)]
    [InlineData("PT1.00S", "PT1S", true)]
    [InlineData("PT1.23S", "PT1.24S", false)]
    [InlineData("PT60S", "PT1M", false)]
    public void Digits_past_a_hundredth_do_not_count_and_the_rest_is_text(string one, string other, bool same) =>
        Assert.Equal(same, XApiDuration.ForComparison(one) == XApiDuration.ForComparison(other));
}
