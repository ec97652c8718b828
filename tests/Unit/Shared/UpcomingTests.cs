using LearningBuddy.Shared.Core;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>What has a date and lies ahead of a learner.</summary>
public sealed class UpcomingTests
{
    private static readonly Guid Journey = Story.Id("journey");

    [Fact]
    public void The_days_of_the_journey_lie_ahead_until_everything_is_certified()
    {
        var design = Design("1 rule=1/1") with { StartsOn = new DateOnly(2026, 11, 2), EndsOn = new DateOnly(2026, 12, 18) };

        Assert.Equal([UpcomingKind.JourneyStart, UpcomingKind.JourneyEnd], Kinds(Story.Of(design, "start")));
        Assert.All(Of(Story.Of(design, "start")), one => Assert.Equal((Journey, Journey), (one.JourneyId, one.Subject)));
        Assert.DoesNotContain(UpcomingKind.JourneyEnd, Kinds(Story.Of(design, "start; submit a one d1; confirm a")));
    }

    [Fact]
    public void A_question_has_its_day_until_somebody_answers()
    {
        Assert.Equal([UpcomingKind.OwnQuestion], Kinds(Story.Of("", "start; ask q")));
        Assert.Equal([], Kinds(Story.Of("", "start; ask q; answer q")));
        Assert.Equal([], Kinds(Story.Of("-questions", "start; ask q")));
    }

    [Fact]
    public void A_confirmation_brings_exercises_and_a_certificate_that_ends()
    {
        var story = Story.Of("1 rule=1/1 valid=30", "start; submit a one d1; confirm a");

        Assert.Equal([UpcomingKind.CertificateEnd, .. Enumerable.Repeat(UpcomingKind.Exercise, 6)], Kinds(story).Order());
        Assert.Equal("one", Of(story).Single(one => one.Kind == UpcomingKind.CertificateEnd).BehaviourId);
        Assert.Equal([UpcomingKind.CertificateEnd], Kinds(Story.Of("1 rule=1/1 valid=30 -nudges", "start; submit a one d1; confirm a")));
    }

    private static IEnumerable<UpcomingKind> Kinds(Story story) => Of(story).Select(one => one.Kind);

    private static IEnumerable<Upcoming> Of(Story story) => Upcoming.Of(Journey, story.Design, story.Progress);
}
