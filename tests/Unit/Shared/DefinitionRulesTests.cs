using LearningBuddy.Shared.Journeys;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class DefinitionRulesTests
{
    public static TheoryData<string, JourneyDefinition> Wrong => new()
    {
        { "title", Definition() with { Title = " " } },
        { "title", Definition() with { Title = new string('x', 121) } },
        { "behaviours", Definition() with { Behaviours = [] } },
        { "behaviours", Definition() with { Behaviours = [new("one", "a"), new("one", "b")] } },
        { "rubric.levels", Definition() with { Rubric = new([new(1, "b"), new(0, "a")], 1) } },
        { "rubric.passLevel", Definition() with { Rubric = new([new(0, "a"), new(1, "b")], 0) } },
        { "grade.maximum", Definition() with { Grade = new(0) } },
        { "certification", Definition() with { Certification = new(1, 2) } },
        { "endsOn", Definition() with { StartsOn = new(2026, 12, 2), EndsOn = new(2026, 12, 1) } },
        { "timeZone", Definition() with { TimeZone = "Mars/Olympus" } },
        { "reinforcement.exercises", Definition() with { Reinforcement = new() { Exercises = [new("e", "t", "nobody")] } } },
    };

    [Fact]
    public void A_good_definition_has_no_faults() => Assert.Empty(DefinitionRules.Check(Definition()));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_fault_is_found_and_points_at_its_place(string path, JourneyDefinition definition) =>
        Assert.Contains(DefinitionRules.Check(definition), fault => fault.Path.StartsWith(path, StringComparison.Ordinal));
}
