using LearningBuddy.Shared.Grades;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>How many points a situation gives stands in <see cref="ConsequenceSituationTests"/>; here is the rest.</summary>
public sealed class GradeTests
{
    [Fact]
    public void The_trail_says_which_piece_gave_the_points_and_of_several_the_one_that_was_confirmed_first()
    {
        var story = Story.Of("", "start; submit a one; submit b one+two; confirm b; confirm a");

        var trail = Grade.Of(story.Design, story.Progress)!.Trail;

        Assert.Equal(["one", "two", "three"], trail.Select(entry => entry.Behaviour.Id));
        Assert.Equal([Story.Id("b"), Story.Id("b"), null], trail.Select(entry => entry.Piece?.Id));
        Assert.Equal([33.33, 33.33, 33.33], trail.Select(entry => entry.Points));
    }

    [Fact]
    public void A_retired_behaviour_stays_in_the_trail_of_those_who_have_it_alone()
    {
        var (has, hasNot) = (Story.Of("", "start; submit a one; confirm a; design retired=one"), Story.Of("", "start; design retired=one"));

        Assert.Equal(["one", "two", "three"], Grade.Of(has.Design, has.Progress)!.Trail.Select(entry => entry.Behaviour.Id));
        Assert.Equal(["two", "three"], Grade.Of(hasNot.Design, hasNot.Progress)!.Trail.Select(entry => entry.Behaviour.Id));
    }

    [Fact]
    public void The_comment_of_the_newest_review_goes_with_the_score_whichever_way_it_went()
    {
        var story = Story.Of("", "start; submit a one; submit b two; confirm a; return b");

        Assert.Equal(
            story.History.Select(entry => entry.What).OfType<LearningBuddy.Shared.Reviews.ReviewReturned>().Single().ReviewId,
            story.Progress.Of<GradesProgress>().LastReviewId);
    }

    [Fact]
    public void What_the_gradebook_took_last_is_known() =>
        Assert.Equal(33, Story.Of("", "start; score 12; score 33").Progress.Of<GradesProgress>().LastSent);

    [Fact]
    public void A_journey_without_points_has_no_grade()
    {
        var story = Story.Of("-grades", "start; submit a one; confirm a");

        Assert.Null(Grade.Of(story.Design, story.Progress));
    }
}
