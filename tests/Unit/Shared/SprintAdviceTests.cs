using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Sprints;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Which sprints are suggested, and why: one rule that anybody can check.</summary>
public sealed class SprintAdviceTests
{
    private const string Two = "choose=2 path rule=1/1 -buddies";

    private static readonly IReadOnlyDictionary<string, int> Nobody = new Dictionary<string, int>();

    [Theory]
    [InlineData("start", "", "NothingKnown NothingKnown NothingKnown NothingKnown")]
    [InlineData("start; rate one 0; rate two 2; rate three 1", "s1 s3", "YouSeeRoom NoRoom YouSeeRoom YouSeeRoom")]
    [InlineData("start; rate one 3; rate two 3; rate three 2", "", "NoRoom NoRoom NoRoom NoRoom")]
    [InlineData("start; rate one 2; view one 0 ruth; rate two 2; rate three 2", "s1 s4", "OthersSeeRoom NoRoom NoRoom OthersSeeRoom")]
    [InlineData("start; rate one 0; view one 2 ruth; rate two 2; rate three 2", "s1 s4", "OnlyYouSeeRoom NoRoom NoRoom OnlyYouSeeRoom")]
    [InlineData("start; view one 0 ruth; rate two 2; rate three 2", "", "NothingKnown NoRoom NoRoom NoRoom")]
    [InlineData("start; rate one 1; view one 1 ruth; rate two 2; rate three 2", "s1 s4", "AllSeeRoom NoRoom NoRoom AllSeeRoom")]
    public void What_leaves_most_room_is_suggested_with_its_reason(string story, string suggested, string reasons)
    {
        var told = Story.Of(Two, story);

        var advice = SprintAdvice.Of(told.Design, told.Progress, Nobody);

        Assert.Equal(suggested, string.Join(' ', advice.Where(one => one.IsSuggested).Select(one => one.SprintId)));
        Assert.Equal(reasons, string.Join(' ', advice.Select(one => one.Reason)));
    }

    [Fact]
    public void What_matters_most_in_the_role_counts_double()
    {
        // In the fourth sprint: (2 + 0) / 2 = 1 room as it is, (2 * 2 + 0) / 3 = 1.33 where the first behaviour matters most.
        const string story = "start; rate one 0; rate two 2; rate three 1";
        var plain = Story.Of("choose=1 path rule=1/1 -buddies", story);
        var role = Story.Of("choose=1 path=one rule=1/1 -buddies", story);

        Assert.Equal(AdviceReason.YouSeeRoom, SprintAdvice.Of(plain.Design, plain.Progress, Nobody)[3].Reason);
        Assert.Equal(AdviceReason.Essential, SprintAdvice.Of(role.Design, role.Progress, Nobody)[3].Reason);
        Assert.Equal((1, 4d / 3), (Room(plain, "s4"), Room(role, "s4")));
    }

    [Fact]
    public void Where_all_else_is_equal_the_group_decides()
    {
        var told = Story.Of("choose=1 path rule=1/1 -buddies", "start; rate one 1; rate two 1; rate three 1");
        string Suggested(Dictionary<string, int> others) =>
            SprintAdvice.Of(told.Design, told.Progress, others).Single(one => one.IsSuggested).SprintId;

        Assert.Equal("s1", Suggested([]));
        Assert.Equal("s3", Suggested(new() { ["s3"] = 4 }));
    }

    [Fact]
    public void What_is_certified_leaves_no_room_whatever_is_said()
    {
        var told = Story.Of(Two, "start; rate one 0; rate two 0; rate three 2; choose s1 s2; submit a one; confirm a");

        Assert.Equal(AdviceReason.NoRoom, SprintAdvice.Of(told.Design, told.Progress, Nobody)[0].Reason);
    }

    /// <summary>Laws over many learners: as many as can be chosen at most, the same answer again, less room never before more.</summary>
    [Fact]
    public void Advice_keeps_its_laws()
    {
        var random = new Random(3);
        for (var learner = 0; learner < 300; learner++)
        {
            var told = Story.Of(A.Design($"choose={random.Next(1, 4)} path={new[] { "", "one", "two" }[random.Next(3)]}"), "start");
            foreach (var behaviour in new[] { "one", "two", "three" }.Where(_ => random.Next(4) > 0))
            {
                StorySentences.Tell(told, $"rate {behaviour} {random.Next(4)}");
                for (var viewer = random.Next(3); viewer > 0; viewer--)
                {
                    StorySentences.Tell(told, $"view {behaviour} {random.Next(4)} p{viewer}");
                }
            }

            var others = new Dictionary<string, int> { ["s2"] = random.Next(3), ["s4"] = random.Next(3) };
            var advice = SprintAdvice.Of(told.Design, told.Progress, others);

            Assert.Equal(advice, SprintAdvice.Of(told.Design, told.Progress, others));
            Assert.True(advice.Count(one => one.IsSuggested) <= told.Design.Find<SprintsSection>()!.Choose);
            Assert.All(
                advice.Where(one => one.Reason is AdviceReason.NoRoom or AdviceReason.NothingKnown), one => Assert.False(one.IsSuggested));
            var rooms = advice.ToDictionary(one => one.SprintId, one => Room(told, one.SprintId));
            var least = advice.Where(one => one.IsSuggested).Select(one => rooms[one.SprintId]).DefaultIfEmpty(double.MaxValue).Min();
            Assert.All(advice.Where(one => !one.IsSuggested), one => Assert.True(rooms[one.SprintId] <= least + 1e-9));
        }
    }

    [Fact]
    public void Where_one_stands_is_asked_before_sprints_are_chosen()
    {
        var told = Story.Of("choose=1 path -buddies", "start");
        Assert.Equal(new SeeWhereYouStand(3), told.Steps[0]);

        StorySentences.Tell(told, "rate one 1");
        StorySentences.Tell(told, "rate two 1");
        Assert.Equal(new SeeWhereYouStand(1), told.Steps[0]);

        StorySentences.Tell(told, "rate three 1");
        Assert.Equal(new ChooseSprints(1), told.Steps[0]);
    }

    /// <summary>The mean of what is left up to doing it alone, worked out here again.</summary>
    private static double Room(Story told, string sprintId)
    {
        var path = told.Design.Find<PathSection>()!;
        var known = told.Design.Find<SprintsSection>()!.Find(sprintId)!.BehaviourIds
            .Select(id => (Standpoint.Of(told.Design, told.Progress, id).Room, Weight: path.Essential.Contains(id) ? 2.0 : 1))
            .Where(one => one.Room is not null).ToList();
        return known.Count == 0 ? 0 : known.Sum(one => one.Room!.Value * one.Weight) / known.Sum(one => one.Weight);
    }
}
