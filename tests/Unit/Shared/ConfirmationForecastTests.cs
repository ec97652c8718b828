using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Reviews;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>What a reviewer is told before confirming is what then comes true.</summary>
public sealed class ConfirmationForecastTests
{
    [Theory]
    [InlineData("", "start; submit a one d1", "one=2")]
    [InlineData("", "start; submit a one d1; confirm a; submit b one d2", "one=2")]
    [InlineData("", "start; submit a one d1; attest a bea; confirm a; submit b one d2", "one=2")]
    [InlineData("", "start; submit a one d1; attest a bea; confirm a; submit b one d1", "one=2")]
    [InlineData("", "start; submit a one d1; heard a bea; confirm a; submit b one d2", "one=2")]
    [InlineData("rule=2/2/talk", "start; submit a one d1; heard a bea; confirm a; submit b one d2", "one=2")]
    [InlineData("rule=1/1", "start; submit b one+two+three d1", "one=2 two=1 three=2")]
    [InlineData("rule=1/1", "start; submit a one d1; confirm a; submit b one d2", "one=2")]
    [InlineData("-certification", "start; submit b one+two d1", "one=2 two=2")]
    [InlineData("-grades", "start; submit b one d1", "one=2")]
    [InlineData("rule=1/1 1 valid=30", "start; submit b one d1", "one=2")]
    public void It_tells_what_comes_true(string design, string sentences, string levels)
    {
        var (before, after) = (Story.Of(design, sentences), Story.Of(design, sentences));
        var chosen = Levels(levels);

        var forecast = Forecast(before, chosen);
        after = Story.Of(design, $"{sentences}; confirm {Waiting(before)} {string.Join('+', chosen.Where(one => one.Value >= 2).Select(one => one.Key))}");

        Assert.Equal(Grade.Of(after.Design, after.Progress)?.Given, forecast.After?.Given);
        Assert.Equal(Grade.Of(before.Design, before.Progress)?.Given, forecast.Before?.Given);
        foreach (var told in forecast.Behaviours)
        {
            var id = told.Behaviour.Id;
            Assert.Equal(BehaviourStanding.Of(after.Progress, id).Confirmed.Count, told.Confirmed);
            Assert.Equal(after.Progress.Of<CertificationProgress>().Holds(id), told.IsCertified);
            Assert.Equal(before.Progress.Of<CertificationProgress>().Holds(id), told.WasCertified);
            Assert.Equal(chosen[id] >= 2, told.Counts);
        }
    }

    [Fact]
    public void It_changes_nothing()
    {
        var story = Story.Of("rule=1/1", "start; submit a one d1");
        var history = story.History.Count;

        Forecast(story, Levels("one=2"));

        Assert.Equal(history, story.History.Count);
        Assert.Empty(story.Progress.Of<CertificationProgress>().Held);
    }

    [Theory]
    [InlineData("start; submit a one d1", MissingPart.Situation)]
    [InlineData("start; submit b one d1; confirm b; submit a one d1", MissingPart.AnotherDay)]
    [InlineData("start; submit b one d1; confirm b; submit a one d2", MissingPart.OtherEyes)]
    [InlineData("start; submit b one d1; confirm b; submit a one d2; heard a bea", MissingPart.OtherEyes)]
    public void It_names_what_the_certificate_still_lacks(string sentences, MissingPart lacks) =>
        Assert.Equal(lacks, Assert.Single(Forecast(Story.Of("", sentences), Levels("one=2")).Behaviours).Lacks);

    [Fact]
    public void Levels_that_do_not_count_confirm_nothing()
    {
        var forecast = Forecast(Story.Of("", "start; submit a one+two d1"), Levels("one=1 two=0"));

        Assert.False(forecast.AnythingCounts);
        Assert.Equal((0, 0), (forecast.Before!.Given, forecast.After!.Given));
    }

    private static ConfirmationForecast Forecast(Story story, Dictionary<string, int> levels) => ConfirmationForecast.Of(
        story.Design,
        story.Progress,
        story.Progress.Of<EvidenceProgress>().In(EvidenceState.Submitted).Single().Latest!,
        levels,
        story.Design.Find<ReviewsSection>()!.Rubric,
        TimeZoneInfo.Utc,
        story.Now);

    /// <summary>The name of the one piece that waits.</summary>
    private static string Waiting(Story story)
    {
        var id = story.Progress.Of<EvidenceProgress>().In(EvidenceState.Submitted).Single().Id;
        return new[] { "a", "b" }.Single(name => Story.Id(name) == id);
    }

    private static Dictionary<string, int> Levels(string words) =>
        words.Split(' ').Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
}
