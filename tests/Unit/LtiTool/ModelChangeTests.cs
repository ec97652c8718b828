using LearningBuddy.LtiTool.Features.Setup.Models;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Unit.Shared;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>What a model would change in a design.</summary>
public sealed class ModelChangeTests
{
    private static readonly JourneyDesign Before = A.Design() with
    {
        Competencies = [new("c-1", "Meetings"), new("c-2", "Coaching")],
        Behaviours = [new("one", "Does one", CompetencyId: "c-1"), new("two", "Does two", CompetencyId: "c-2"), new("three", "Does three")],
    };

    private static readonly CompetencyModel Brought = new(
        [new("meetings", "meetings", CompetencyRole.Next), new("new", "New")],
        [
            new("one", "Does it one way", "Shows it", CompetencyId: "meetings"),
            new("does-three", "DOES THREE"),
            new("four", "Does four", CompetencyId: "new"),
        ]);

    [Fact]
    public void A_behaviour_is_known_by_its_key_or_its_words_and_a_competency_by_its_name()
    {
        var change = ModelChange.Of(Before, Brought);

        Assert.Equal(["four"], change.Added.Select(one => one.Id));
        Assert.Equal([("one", "c-1"), ("three", null)], change.Changed.Select(pair => (pair.After.Id, pair.After.CompetencyId)));
        Assert.Equal(["two"], change.Unnamed.Select(one => one.Id));
        Assert.Empty(change.Same);
    }

    [Fact]
    public void Added_to_what_is_there_nothing_is_lost()
    {
        var after = DesignEdit.Next(Before, ModelChange.Of(Before, Brought).Over(Before, replace: false));

        Assert.Equal(["one", "two", "three", "four"], after.ActiveBehaviours.Select(one => one.Id));
        Assert.Equal("Does it one way", after.Behaviours[0].Statement);
        Assert.Equal([("c-1", CompetencyRole.Next), ("c-2", CompetencyRole.Current), ("new", CompetencyRole.Current)], after.Competencies.Select(one => (one.Id, one.Role)));
        Assert.Empty(DesignRules.Check(after));
    }

    [Fact]
    public void In_place_of_what_is_there_the_rest_is_retired_and_belongs_to_no_competency_that_is_gone()
    {
        var after = DesignEdit.Next(Before, ModelChange.Of(Before, Brought).Over(Before, replace: true));

        Assert.Equal(["one", "three", "four"], after.ActiveBehaviours.Select(one => one.Id));
        Assert.Equal((true, null), (after.FindBehaviour("two")!.Retired, after.FindBehaviour("two")!.CompetencyId));
        Assert.Empty(DesignRules.Check(after));
    }

    [Fact]
    public void What_was_taken_away_changes_nothing_when_it_comes_back()
    {
        var change = ModelChange.Of(Before, CompetencyModel.Of(Before));

        Assert.Equal((3, 0, 0, 0), (change.Same.Count, change.Added.Count, change.Changed.Count, change.Unnamed.Count));
        Assert.Equal(DesignJson.Write(Before), DesignJson.Write(change.Over(Before, replace: true)));
        Assert.Equal(DesignJson.Write(Before), DesignJson.Write(change.Over(Before, replace: false)));
    }

    [Fact]
    public void More_than_a_journey_takes_is_told_before()
    {
        var many = new CompetencyModel([], [.. Enumerable.Range(1, 38).Select(number => new Behaviour($"n-{number}", $"Does {number} more"))]);
        var change = ModelChange.Of(Before, many);

        Assert.Equal("behaviours-count", Assert.Single(change.Check(Before, replace: false)).Code);
        Assert.Empty(change.Check(Before, replace: true));
    }
}
