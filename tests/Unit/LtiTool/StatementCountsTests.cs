using System.Globalization;
using System.Text.Json;
using LearningBuddy.LtiTool.Features.Statements;
using LearningBuddy.XApi.Lrs.Storage;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class StatementCountsTests
{
    /// <summary>20:15 in London is 1:45 of the next day in Mumbai and 2:00 in Kathmandu; 18:15 is midnight in Kathmandu, and not yet in Mumbai.</summary>
    [Theory]
    [InlineData("Etc/UTC", "2026-03-01: 5, 2026-03-02: 1")]
    [InlineData("Asia/Kolkata", "2026-03-01: 3, 2026-03-02: 3")]
    [InlineData("Asia/Kathmandu", "2026-03-01: 1, 2026-03-02: 5")]
    [InlineData("America/St_Johns", "2026-03-01: 6")]
    public void Days_begin_where_the_reader_is(string zone, string days)
    {
        StatementCount[] counts =
        [
            Count(1, "2026-03-01T18:00:00Z", 1), Count(1, "2026-03-01T18:15:00Z", 2), Count(2, "2026-03-01T20:15:00Z", 2), Count(1, "2026-03-02T00:00:00Z", 1),
        ];

        var counted = StatementCounts.Of(counts, [], TimeZoneInfo.FindSystemTimeZoneById(zone), CultureInfo.InvariantCulture);

        Assert.Equal(days, string.Join(", ", counted.Days.Select(day => $"{day.Day:yyyy-MM-dd}: {day.Count}")));
        Assert.Equal(6, counted.Total);
    }

    [Fact]
    public void Verbs_have_the_words_of_their_newest_statement_and_the_most_frequent_comes_first()
    {
        StatementCount[] counts = [new(11, 0, 1, 5), new(22, 0, 2, 7), new(22, 1, 3, 9), new(11, 1, 1, 4)];
        Assert.Equal([9L, 5L], StatementCounts.NewestOf(counts));

        var counted = StatementCounts.Of(counts, [Stored(5, "seen", null), Stored(9, "done", "did")], TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en"));

        Assert.Equal([new VerbCount("http://x.example/done", "did", 5), new VerbCount("http://x.example/seen", "http://x.example/seen", 2)], counted.Verbs);
    }

    /// <summary>The day the clocks change has 23 hours.</summary>
    [Fact]
    public void A_day_in_the_filter_is_as_long_as_it_is()
    {
        var filter = new StatementFilter { From = "2026-03-29", Until = "2026-03-29" };
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        Assert.Equal(TimeSpan.FromHours(23), filter.Ends(zone) - filter.Begins(zone));
    }

    private static StatementCount Count(long verb, string moment, long count) =>
        new(verb, QuarterHour.Of(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)), count, Newest: verb);

    private static StoredStatement Stored(long sequence, string verb, string? words) => new(
        sequence,
        Guid.Empty,
        DateTimeOffset.UnixEpoch,
        JsonSerializer.SerializeToUtf8Bytes(new { verb = new { id = "http://x.example/" + verb, display = Words(words) } }));

    private static Dictionary<string, string> Words(string? english) => english is null ? [] : new() { ["en"] = english };
}
