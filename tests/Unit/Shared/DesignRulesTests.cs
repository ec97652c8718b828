using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class DesignRulesTests
{
    public static TheoryData<string, string, JourneyDesign> OfTheWhole => new()
    {
        { "title", "title-missing", Design() with { Title = " " } },
        { "title", "title-too-long", Design() with { Title = new string('x', 121) } },
        { "behaviours", "behaviours-count", Design() with { Behaviours = [] } },
        { "behaviours", "behaviours-count", Design() with { Behaviours = [new("one", "a", Retired: true)] } },
        {
            "behaviours", "behaviours-count",
            Design() with { Behaviours = [.. Enumerable.Range(0, DesignRules.MostBehaviours + 1).Select(number => new Behaviour($"b{number}", "Does"))] }
        },
        { "competencies", "competencies-count", Design() with { Competencies = [new("c", "A"), new("c", "B")] } },
        { "competencies", "competency-name", Design() with { Competencies = [new("c", " ")] } },
        { "behaviours", "behaviour-competency", Design() with { Behaviours = [new("one", "a", CompetencyId: "c")] } },
        { "behaviours", "behaviour-without-words", Design() with { Behaviours = [new("one", " ")] } },
        { "behaviours", "behaviour-key-twice", Design() with { Behaviours = [new("one", "a"), new("one", "b")] } },
        { "endsOn", "ends-before-start", Design() with { StartsOn = new(2026, 12, 2), EndsOn = new(2026, 12, 1) } },
        { "startsOn", "years", Design() with { StartsOn = new(1, 1, 1) } },
        { "endsOn", "years", Design() with { EndsOn = new(9999, 12, 31) } },
        { "timeZone", "time-zone", Design() with { TimeZone = "Mars/Olympus" } },
    };

    private static SprintsSection Sprints(params SprintResource[] resources) => new([new("s", "A", 1, []) { Resources = resources }]);

    public static TheoryData<string, string, JourneyDesign> OfSections => new()
    {
        { "sections.sprints.sprints", "sprint-key-twice", With(new SprintsSection([new("s", "A", 1, []), new("s", "B", 1, [])])) },
        { "sections.sprints.choose", "sprints-choose", With(new SprintsSection([new("s", "A", 1, [])]) { Choose = 2 }) },
        { "sections.sprints.daysEach", "sprints-days", With(new SprintsSection([]) { DaysEach = 121 }) },
        { "sections.sprints.sprints", "sprint-title", With(new SprintsSection([new("s", " ", 1, [])])) },
        { "sections.sprints.sprints", "sprint-behaviour", With(new SprintsSection([new("s", "A", 1, ["nobody"])])) },
        { "sections.sprints.sprints", "sprint-parts", With(Sprints(new("r", "A", 1), new("r", "B", 1))) },
        { "sections.sprints.sprints", "sprint-minutes", With(Sprints(new SprintResource("r", "A", 0))) },
        { "sections.sprints.sprints", "sprint-words", With(Sprints(new SprintResource("r", "A", 1) { Text = new string('x', 4001) })) },
        { "sections.sprints.sprints", "sprint-link", With(Sprints(new SprintResource("r", "A", 1) { Link = "javascript:alert(1)" })) },
        { "sections.path.scale", "path-scale", With(new PathSection { Scale = ["a", "b"] }) },
        { "sections.path.essential", "path-essential", With(new PathSection { Essential = ["nobody"] }) },
        { "sections.buddies.capacity", "buddy-capacity", With(new BuddiesSection(Capacity: 0)) },
        { "sections.buddies.capacity", "buddy-capacity", With(new BuddiesSection(Capacity: 21)) },
        { "sections.buddies.expireAfterDays", "buddy-days", With(new BuddiesSection(RemindAfterDays: 0)) },
        { "sections.buddies.expireAfterDays", "buddy-days", With(new BuddiesSection(RemindAfterDays: 7, ExpireAfterDays: 7)) },
        { "sections.buddies.expireAfterDays", "buddy-days", With(new BuddiesSection(ExpireAfterDays: 61)) },
        { "sections.found.rules", "found-behaviour", With(new FoundSection([new("https://v.example", "https://a.example", "nobody")])) },
        { "sections.found.rules", "found-address", With(new FoundSection([new("verb", "https://a.example", "one")])) },
        { "sections.reviews", "reviews-need-evidence", Design("-evidence") },
        { "sections.reviews.rubric.levels", "rubric-levels", With(new ReviewsSection(new([new(0, "a")], 0))) },
        { "sections.reviews.rubric.levels", "rubric-order", With(new ReviewsSection(new([new(1, "b"), new(0, "a")], 1))) },
        { "sections.reviews.rubric.passLevel", "rubric-pass-level", With(new ReviewsSection(new([new(0, "a"), new(1, "b")], 0))) },
        { "sections.reviews.rubric.passLevel", "rubric-pass-level", With(new ReviewsSection(new([new(0, "a"), new(2, "b")], 1))) },
        { "sections.certification", "certification-numbers", Design("rule=1/2/eyes") },
        { "sections.certification", "certification-numbers", Design("rule=0/0/eyes") },
        { "sections.certification", "certification-numbers", Design("rule=11/1/eyes") },
        { "sections.certification", "certification-numbers", Design("valid=0") },
        { "sections.certification", "certification-needs-reviews", Design("-reviews") },
        { "sections.certification.otherEyes", "other-eyes-need-somebody", Design("-buddies") with { AllowsGuests = false } },
        { "sections.reviews.readWithinDays", "review-days", With(new ReviewsSection(new([new(0, "a"), new(1, "b")], 1), 0)) },
        { "sections.reviews.readWithinDays", "review-days", With(new ReviewsSection(new([new(0, "a"), new(1, "b")], 1), 21)) },
        { "sections.questions.answerWithinDays", "question-days", With(new QuestionsSection(0)) },
        { "sections.questions.answerWithinDays", "question-days", With(new QuestionsSection(21)) },
        { "sections.nudges.days", "nudge-days", Design("days=3,1") },
        { "sections.nudges.days", "nudge-days", Design("days=0,1") },
        { "sections.nudges.days", "nudge-days", Design("days=1,366") },
        { "sections.nudges.holdOutPercent", "hold-out", Design("hold=51") },
        { "sections.nudges.holdOutPercent", "hold-out", Design("hold=-1") },
        { "sections.nudges.from", "needs-end", Design("from=CourseEnd") },
        { "sections.nudges.from", "needs-certification", Design("from=Certification -certification") },
        { "sections.nudges.exercises", "exercises-count", Design("exercises=61") },
        { "sections.nudges.exercises", "exercises-count", With(new NudgesSection { Exercises = [new("e", "t", "one"), new("e", "t", "one")] }) },
        { "sections.nudges.exercises", "exercise-words", With(new NudgesSection { Exercises = [new("e", " ", "one")] }) },
        { "sections.nudges.exercises", "exercise-words", With(new NudgesSection { Exercises = [new("e", "t", "one") { OtherWordings = [new('x', 301)] }] }) },
        { "sections.nudges.exercises", "exercise-link", With(new NudgesSection { Exercises = [new("e", "t", "one") { Link = "javascript:alert(1)" }] }) },
        { "sections.nudges.exercises", "exercise-behaviour", With(new NudgesSection { Exercises = [new("e", "t", "nobody")] }) },
        { "sections.grades.maximum", "points-range", With(new GradesSection(0)) },
        { "sections.grades.maximum", "points-range", With(new GradesSection(1001)) },
        { "sections.grades.maximum", "points-range", With(new GradesSection(double.NaN)) },
        { "sections.grades", "grades-need-reviews", Design("-reviews -certification") },
    };

    /// <summary>Every theme that can be off may be off, with whatever stands on it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("-sprints")]
    [InlineData("-buddies")]
    [InlineData("-questions")]
    [InlineData("-nudges")]
    [InlineData("-grades")]
    [InlineData("-certification")]
    [InlineData("-certification -grades -reviews")]
    [InlineData("-certification -grades -reviews -evidence -buddies -nudges -questions -sprints")]
    [InlineData("retired=one")]
    public void A_good_design_has_no_faults(string changes) => Assert.Empty(DesignRules.Check(Design(changes)));

    [Theory]
    [MemberData(nameof(OfTheWhole))]
    [MemberData(nameof(OfSections))]
    public void Each_fault_is_found_and_points_at_its_place(string path, string code, JourneyDesign design) =>
        Assert.Contains(DesignRules.Check(design), fault => fault.Path == path && fault.Code == code);

    [Theory]
    [MemberData(nameof(OfSections))]
    public void A_fault_of_a_section_survives_being_written_and_read(string path, string code, JourneyDesign design)
    {
        // NaN has no form in JSON, so that it can't come from a file.
        if (design.Find<GradesSection>() is { Maximum: double.NaN })
        {
            return;
        }

        Each_fault_is_found_and_points_at_its_place(path, code, DesignJson.Read(DesignJson.Write(design)));
    }

    [Fact]
    public void What_is_no_longer_named_is_retired_and_comes_back_when_it_is_named_again()
    {
        var without = DesignEdit.Next(Design(), Design() with { Behaviours = [new("two", "Does two")] });

        Assert.Equal(["two", "one", "three"], without.Behaviours.Select(behaviour => behaviour.Id));
        Assert.Equal(["two"], without.ActiveBehaviours.Select(behaviour => behaviour.Id));
        Assert.Equal(["one", "two", "three"], DesignEdit.Next(without, Design()).ActiveBehaviours.Select(behaviour => behaviour.Id));
    }

    private static JourneyDesign With(IDesignSection section) => Design() with { Sections = Design().Sections.With(section) };
}
