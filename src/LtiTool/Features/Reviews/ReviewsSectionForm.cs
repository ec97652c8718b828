using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>The rubric in the set-up.</summary>
public sealed class ReviewsSectionForm() : SectionForm<ReviewsSection>("reviews")
{
    /// <summary>Names and guidance of the levels, in order.</summary>
    public IList<LevelRow> Levels { get; set; } = [];

    /// <summary>Value of the level that confirms.</summary>
    public int PassLevel { get; set; }

    /// <summary>Working days within which it is promised that a piece is read.</summary>
    public int ReadWithinDays { get; set; }

    /// <inheritdoc />
    protected override ReviewsSection Default(JourneyDesign design)
    {
        // The levels are words of the journey from now on, so they are in its language and not in the instructor's.
        var texts = Localizer.In(design.Language);
        return new(new Rubric(
            [
                new(0, texts.Plain("reviews.level-not-yet")),
                new(1, texts.Plain("reviews.level-tried")),
                new(2, texts.Plain("reviews.level-can-do")),
            ],
            PassLevel: 2));
    }

    /// <inheritdoc />
    protected override void Fill(ReviewsSection section)
    {
        Levels =
            [.. section.Rubric.Levels.Select(level => new LevelRow { Value = level.Value, Name = level.Name, Guidance = level.Guidance })];
        PassLevel = section.Rubric.PassLevel;
        ReadWithinDays = section.ReadWithinDays;
    }

    /// <inheritdoc />
    protected override ReviewsSection Over(ReviewsSection before, JourneyDesign design) =>
        new(
            new Rubric([.. before.Rubric.Levels.Select((level, i) => i < Levels.Count ? Levels[i].Over(level) : level)], PassLevel),
            ReadWithinDays);
}

/// <summary>A level as typed.</summary>
public sealed class LevelRow
{
    /// <summary>Its number.</summary>
    public int Value { get; set; }

    /// <summary>One to three words.</summary>
    public string? Name { get; set; }

    /// <summary>How a reviewer recognises it.</summary>
    public string? Guidance { get; set; }

    /// <summary>What was typed, over the level it belongs to.</summary>
    public RubricLevel Over(RubricLevel level) => level with
    {
        Name = CleanText.Line(Name) is var name && CleanText.IsVisible(name) ? CleanText.Cut(name, 60) : level.Name,
        Guidance = CleanText.Cut(CleanText.Line(Guidance), 400),
    };
}
