using System.Globalization;
using LearningBuddy.LtiTool.Texts;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>The samples of Unicode CLDR 48 for cardinal numbers: <c>2~4</c> stands for every number in between.</summary>
public sealed class PluralsTests
{
    [Theory]
    [InlineData("en", "one", "1")]
    [InlineData("en", "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000, 0.1, 0.5, 1.5, 10.5")]
    [InlineData("de", "one", "1")]
    [InlineData("de", "other", "0, 2~16, 100, 1000, 10000, 100000, 1000000, 0.1, 0.5, 1.5, 10.5")]
    [InlineData("fr", "one", "0, 1, 0.1, 0.5, 1.5")]
    [InlineData("fr", "many", "1000000, 2000000, 15000000")]
    [InlineData("fr", "other", "2~17, 100, 1000, 10000, 100000, 2.1, 3.5, 10.5")]
    [InlineData("es", "one", "1")]
    [InlineData("es", "many", "1000000, 2000000, 15000000")]
    [InlineData("es", "other", "0, 2~16, 100, 1000, 10000, 100000, 0.1, 0.9, 1.1, 10.5")]
    [InlineData("ar", "zero", "0")]
    [InlineData("ar", "one", "1")]
    [InlineData("ar", "two", "2")]
    [InlineData("ar", "few", "3~10, 103~110, 1003")]
    [InlineData("ar", "many", "11~26, 99, 111, 1011")]
    [InlineData("ar", "other", "100~102, 200~202, 300~302, 400, 1000, 10000, 100000, 1000000, 0.1, 1.5, 10.5")]
    public void Samples_take_their_form(string language, string form, string samples) =>
        Assert.All(NumbersOf(samples), number => Assert.Equal(form, Plurals.FormOf(language, number)));

    [Fact]
    public void A_form_is_one_that_the_language_has() =>
        Assert.All(
            from language in new[] { "en", "de", "fr", "es", "ar" } from number in Enumerable.Range(0, 250) select (language, number),
            each => Assert.Contains(Plurals.FormOf(each.language, each.number), Plurals.Forms(each.language)));

    private static IEnumerable<decimal> NumbersOf(string samples) =>
        from sample in samples.Split(", ")
        let ends = sample.Split('~').Select(end => decimal.Parse(end, CultureInfo.InvariantCulture)).ToList()
        from step in Enumerable.Range(0, (int)(ends[^1] - ends[0]) + 1)
        select ends[0] + step;
}
