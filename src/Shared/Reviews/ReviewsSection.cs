using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.Shared.Reviews;

/// <summary>How evidence is reviewed.</summary>
/// <param name="Rubric">The levels evidence is reviewed on.</param>
/// <param name="ReadWithinDays">Working days within which it is promised that a piece is read, 1 to 20.</param>
public sealed record ReviewsSection(Rubric Rubric, int ReadWithinDays = 3) : IDesignSection
{
    /// <summary>Minutes a review takes, from experience.</summary>
    public const int MinutesEach = 6;

    internal static IEnumerable<Effort> Effort(JourneyDesign design) =>
        [new(EffortBy.Facilitator, EffortKind.Alone, CertificationSection.SituationsOf(design) * MinutesEach)];

    /// <summary>When a piece sent at a moment should have been read: the end of a working day, where the reader of the date is.</summary>
    /// <returns>UTC.</returns>
    public DateTimeOffset ReadBy(DateTimeOffset sentAt, TimeZoneInfo zone) => WorkingDays.EndAfter(ReadWithinDays, sentAt, zone);

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (design.Find<EvidenceSection>() is null)
        {
            yield return new("sections.reviews", "reviews-need-evidence");
        }

        if (ReadWithinDays is < 1 or > 20)
        {
            yield return new("sections.reviews.readWithinDays", "review-days");
        }

        if (Rubric.Levels.Count < 2)
        {
            yield return new("sections.reviews.rubric.levels", "rubric-levels");
            yield break;
        }

        if (Rubric.Levels.Zip(Rubric.Levels.Skip(1)).Any(pair => pair.First.Value >= pair.Second.Value))
        {
            yield return new("sections.reviews.rubric.levels", "rubric-order");
        }

        if (Rubric.Levels.All(level => level.Value != Rubric.PassLevel) || Rubric.PassLevel == Rubric.Lowest)
        {
            yield return new("sections.reviews.rubric.passLevel", "rubric-pass-level");
        }
    }
}

/// <summary>Levels of a review, lowest first.</summary>
/// <param name="Levels">At least two, values rising.</param>
/// <param name="PassLevel">The lowest level that confirms; one of the levels' values, and not the lowest.</param>
public sealed record Rubric(IReadOnlyList<RubricLevel> Levels, int PassLevel)
{
    /// <summary>Lowest value.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Lowest => Levels[0].Value;

    /// <summary>Highest value.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Highest => Levels[^1].Value;
}

/// <summary>One level of a rubric.</summary>
/// <param name="Value">Its number.</param>
/// <param name="Name">One to three words.</param>
/// <param name="Guidance">How a reviewer recognises it.</param>
public sealed record RubricLevel(int Value, string Name, string Guidance = "");
