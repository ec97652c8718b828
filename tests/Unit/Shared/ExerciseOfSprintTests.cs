using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Exercises about a sprint come to those who chose it.</summary>
public sealed class ExerciseOfSprintTests
{
    [Theory]
    [InlineData("start; choose s2; submit a two; confirm a; wait 2d", "of-s2", "two")]
    [InlineData("start; choose s4; submit a two; confirm a; wait 2d", "of-s4", "two")]
    [InlineData("start; choose s4; submit a one; confirm a; wait 2d", "of-s4", "one")]
    public void It_comes_to_whoever_chose_the_sprint_for_what_of_it_they_have_shown(string sentences, string exercise, string behaviour)
    {
        var story = Story.Of(Design(), sentences);

        var nudge = story.Nudge(1);
        Assert.Equal((exercise, behaviour), (nudge.ExerciseId, nudge.BehaviourId));
        Assert.All(story.Progress.Of<NudgesProgress>().All, other => Assert.Equal(exercise, other.Nudge.ExerciseId));
    }

    [Fact]
    public void A_sprint_that_is_not_there_is_told()
    {
        var design = Design() with { Sections = Design().Sections.With(new NudgesSection { Exercises = [new("e", "Go.") { SprintId = "s9" }] }) };

        var fault = Assert.Single(DesignRules.Check(design), fault => fault.Code == "exercise-sprint");
        Assert.Equal(["e", "s9"], fault.Args);
    }

    private static JourneyDesign Design()
    {
        var design = A.Design("choose=1");
        return design with
        {
            Sections = design.Sections.With(design.Find<NudgesSection>()! with
            {
                Exercises = [new("of-s2", "Look at it again.") { SprintId = "s2" }, new("of-s4", "Ask about it.") { SprintId = "s4" }],
            }),
        };
    }
}
