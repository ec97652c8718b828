using System.Globalization;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Test data: what does not matter in a test is said here.</summary>
internal static class A
{
    /// <summary>When every story begins.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Three behaviours, every theme on, certified by two situations on two days seen by somebody else.</summary>
    public static JourneyDesign Design() => new()
    {
        TemplateId = "test",
        Title = "Test",
        Behaviours = [new("one", "Does one"), new("two", "Does two"), new("three", "Does three")],
        Sections = DesignSections.Of(
            new SprintsSection([new("s1", "Sprint 1", 20, ["one"])]),
            new BuddiesSection(),
            new EvidenceSection(),
            new ReviewsSection(new([new(0, "Not yet"), new(1, "Tried"), new(2, "Can")], PassLevel: 2)),
            new CertificationSection(),
            new QuestionsSection(),
            new NudgesSection { HoldOutPercent = 0, Exercises = [new("e1", "Do one.", "one"), new("e2", "Do two.", "two")] },
            new GradesSection()),
    };

    /// <summary>
    /// The same, changed by words: <c>1</c> (behaviours), <c>rule=1/1</c>, <c>rule=2/2/eyes</c> or <c>rule=2/2/talk</c>, <c>valid=30</c> (days),
    /// <c>points=50</c>, <c>days=1,3</c> (the ladder), <c>from=CourseEnd</c> (what begins it), <c>hold=10</c> (percent without exercises),
    /// <c>exercises=12</c>, <c>ends=30</c> (days from Monday), <c>-nudges</c> (a theme off), <c>retired=one</c>, <c>needs-buddy</c>,
    /// <c>choose=2</c> (of four sprints), <c>path=one</c> (own levels; what matters most).
    /// </summary>
    public static JourneyDesign Design(string changes) =>
        changes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Design(), Changed);

    private static JourneyDesign Changed(JourneyDesign design, string change)
    {
        var (name, value) = change.Split('=') is [var left, var right] ? (left, right) : (change, "");
        return name switch
        {
            "1" or "2" or "3" => design with { Behaviours = [.. design.Behaviours.Take(Number(name))] },
            "rule" => With(design, Rule(value) with { ValidDays = design.Find<CertificationSection>()!.ValidDays }),
            "valid" => With(design, design.Find<CertificationSection>()! with { ValidDays = Number(value) }),
            "points" => With(design, new GradesSection(Number(value))),
            "days" => With(design, design.Find<NudgesSection>()! with { Days = [.. value.Split(',').Select(Number)] }),
            "hold" => With(design, design.Find<NudgesSection>()! with { HoldOutPercent = Number(value) }),
            "from" => With(design, design.Find<NudgesSection>()! with { From = Enum.Parse<NudgeStart>(value) }),
            "exercises" => With(design, design.Find<NudgesSection>()! with { Exercises = [.. Exercises(Number(value))] }),
            "ends" => design with { EndsOn = DateOnly.FromDateTime(Monday.DateTime).AddDays(Number(value)) },
            "retired" => design with
            {
                Behaviours = [.. design.Behaviours.Select(one => one with { Retired = one.Retired || one.Id == value })],
            },
            "choose" => With(design, Sprints() with { Choose = Number(value) }),
            "path" => With(design, new PathSection { Essential = value.Length > 0 ? [value] : [] }),
            "needs-buddy" => With(design, new BuddiesSection { CanFinishWithout = false }),
            ['-', .. var theme] => Without(design, theme),
            _ => throw new ArgumentException("No such change: " + change, nameof(change)),
        };
    }

    /// <summary>One sprint per behaviour, each with something to read and something to do; the last has two of them.</summary>
    private static SprintsSection Sprints() => new(
        [Sprint("s1", "one"), Sprint("s2", "two"), Sprint("s3", "three"), Sprint("s4", "one", "two")]) { DaysEach = 14 };

    private static Sprint Sprint(string id, params string[] behaviours) => new(id, id, 0, behaviours)
    {
        Resources = [new("read", "Read", 5)],
        Activities = [new("try", "Try", 15) { Kind = ActivityKind.Work }],
    };

    private static CertificationSection Rule(string value) =>
        value.Split('/') is [var situations, var dates, .. var eyes]
            ? new(Number(situations), Number(dates), OtherEyes: eyes.Length > 0, CountsTalkedThrough: eyes.Contains("talk"))
            : throw new ArgumentException("Not a rule: " + value, nameof(value));

    private static IEnumerable<Exercise> Exercises(int count) =>
        Enumerable.Range(1, count).Select(number => new Exercise($"e{number}", $"Do {number}.", number % 2 == 1 ? "one" : "two"));

    private static JourneyDesign With(JourneyDesign design, IDesignSection section) =>
        design with { Sections = design.Sections.With(section) };

    private static JourneyDesign Without(JourneyDesign design, string theme)
    {
        var type = Themes.All.Single(other => other.Name == theme).Section;
        return design with { Sections = DesignSections.Of(design.Sections.All.Where(section => section.GetType() != type)) };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
