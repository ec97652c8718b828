using LearningBuddy.LtiTool.Texts;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>A time zone is called by a city, in the reader's language.</summary>
public sealed class ZoneNamesTests
{
    [Theory]
    [InlineData("Europe/Berlin", "en", "Berlin")]
    [InlineData("Africa/Cairo", "fr", "Le Caire")]
    [InlineData("Africa/Cairo", "ar", "القاهرة")]
    [InlineData("America/Argentina/Buenos_Aires", "es", "Buenos Aires")]
    [InlineData("Europe/Vienna", "de", "Wien")]
    [InlineData("Europe/Vienna", "it", "Vienna")]
    [InlineData("Etc/UTC", "ar", "UTC")]
    [InlineData("Mars/Olympus_Mons", "de", "Olympus Mons")]
    public void A_zone_is_called_by_its_city(string id, string language, string city) => Assert.Equal(city, ZoneNames.Of(id, language));

    [Fact]
    public void No_two_zones_are_called_the_same_in_a_language()
    {
        using var reader = new StreamReader(typeof(ZoneNames).Assembly.GetManifestResourceStream("zone-names")!);
        var ids = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split('\t')[0]).ToList();

        Assert.True(ids.Count > 400);
        Assert.All(TextCatalog.Languages, language =>
            Assert.Equal(ids.Count, ids.Select(id => ZoneNames.Of(id, language)).Distinct(StringComparer.Ordinal).Count()));
    }
}
