using System.Globalization;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class XApiTimestampTests
{
    [Theory]
    [InlineData("2026-09-01T08:00:00Z", "2026-09-01T08:00:00.0000000+00:00")]
    [InlineData("2026-09-01t08:00:00.5z", "2026-09-01T08:00:00.5000000+00:00")]
    [InlineData("2026-09-01T08:00:00.1234567891Z", "2026-09-01T08:00:00.1234567+00:00")]
    [InlineData("2026-09-01T08:00:00+02:00", "2026-09-01T06:00:00.0000000+00:00")]
    [InlineData("2026-09-01T08:00:00-11:30", "2026-09-01T19:30:00.0000000+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.0000000+00:00")]
    public void Both_versions_read_RFC_3339(string text, string moment)
    {
        foreach (var version in Enum.GetValues<XApiVersion>())
        {
            Assert.True(XApiTimestamp.TryParse(text, version, out var at));
            Assert.Equal(moment, at.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("2026-09-01T08:00:00")]
    [InlineData("2026-09-01")]
    [InlineData("2026-09-01T08:00:00+0200")]
    [InlineData("2026-09-01T08:00:00+02")]
    public void Only_the_older_version_reads_these(string text)
    {
        Assert.True(XApiTimestamp.TryParse(text, XApiVersion.V103, out _));
        Assert.False(XApiTimestamp.TryParse(text, XApiVersion.V200, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-02-30T08:00:00Z")]
    [InlineData("2026-09-01T24:00:00Z")]
    [InlineData("2026-09-01T08:60:00Z")]
    [InlineData("2026-09-01T08:00:61Z")]
    [InlineData("2026-09-01T08:00:00.Z")]
    [InlineData("2026-09-01 08:00:00Z")]
    [InlineData("2026-09-01T08:00:00-00:00")]
    [InlineData("2026-09-01T08:00:00-0000")]
    [InlineData("2026-09-01T08:00:00-00")]
    [InlineData("2026-09-01T08:00:00Zjunk")]
    [InlineData("0001-01-01T00:00:00+23:00")]
    [InlineData("9999-12-31T23:59:59-23:00")]
    [InlineData("2026-09-01T08:00:00+2:00")]
    public void Neither_version_reads_these(string text)
    {
        Assert.False(XApiTimestamp.TryParse(text, XApiVersion.V103, out _));
        Assert.False(XApiTimestamp.TryParse(text, XApiVersion.V200, out _));
    }

    [Fact]
    public void Milliseconds_survive() => Assert.Equal(
        "2026-09-01T06:00:00.007Z", XApiTimestamp.Format(new DateTimeOffset(2026, 9, 1, 8, 0, 0, 7, TimeSpan.FromHours(2))));
}
