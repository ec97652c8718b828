using System.Globalization;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Texts;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Days as they stand within a sentence, in each language.</summary>
public sealed class DateTextTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", 0, "today")]
    [InlineData("en", 1, "tomorrow")]
    [InlineData("en", -1, "yesterday")]
    [InlineData("en", 2, "on Friday 20 Nov")]
    [InlineData("en", 6, "on Tuesday 24 Nov")]
    [InlineData("en", 7, "on Wed 25 Nov")]
    [InlineData("en", -2, "on Monday 16 Nov")]
    [InlineData("en", 58, "on Fri 15 Jan 2027")]
    [InlineData("de", 0, "heute")]
    [InlineData("de", 2, "am Freitag, 20. Nov.")]
    [InlineData("de", 7, "am Mi, 25. Nov.")]
    [InlineData("es", 0, "hoy")]
    [InlineData("es", 2, "viernes 20 nov")]
    [InlineData("fr", 0, "aujourd’hui")]
    [InlineData("fr", 2, "le vendredi 20 nov.")]
    [InlineData("fr", 7, "le mer. 25 nov.")]
    [InlineData("ar", 0, "اليوم")]
    [InlineData("ar", 2, "يوم الجمعة 20 نوفمبر")]
    [InlineData("ar-EG", 2, "يوم الجمعة ٢٠ نوفمبر")]
    public void A_day_has_the_word_that_the_language_puts_before_a_date(string culture, int days, string expected) =>
        Assert.Equal(expected, Bare(In(culture).On(DateOnly.FromDateTime(Now.Date).AddDays(days))));

    /// <summary>Whoever has no session is told the day as it is in UTC.</summary>
    [Fact]
    public void A_moment_falls_on_the_day_of_the_readers_time_zone() =>
        Assert.Equal("tomorrow", In("en").On(new DateTimeOffset(2026, 11, 18, 23, 30, 0, TimeSpan.FromHours(-2))));

    private static DateText In(string culture) => new(new CurrentSession(), new FakeTimeProvider(Now), Localizer.For(CultureInfo.GetCultureInfo(culture)));

    /// <summary>Without the marks that keep words of another direction together.</summary>
    private static string Bare(string text) => new([.. text.Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)]);
}
