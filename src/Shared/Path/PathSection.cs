using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Path;

/// <summary>How learners see where they stand, and how others see it.</summary>
public sealed record PathSection : IDesignSection
{
    /// <summary>Fewest and most levels of a scale.</summary>
    public const int FewestLevels = 3;

    /// <summary>Most levels of a scale.</summary>
    public const int MostLevels = 7;

    /// <summary>The longest name of a level, in characters.</summary>
    public const int LongestName = 40;

    /// <summary>The levels of the product, which has names for them in its languages.</summary>
    private const int UsualLevels = 4;

    /// <summary>Names of the levels, the least first; empty where those of the product are used.</summary>
    public IReadOnlyList<string> Scale { get; init; } = [];

    /// <summary>Keys of the behaviours that matter most in the role.</summary>
    public IReadOnlyList<string> Essential { get; init; } = [];

    /// <summary>How many levels there are.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Levels => Scale.Count > 0 ? Scale.Count : UsualLevels;

    /// <summary>The highest level; the lowest is 0.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Top => Levels - 1;

    /// <summary>The level of somebody who does it without help: the one below helping others.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Able => Top - 1;

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Scale.Count > 0 && (Scale.Count is < FewestLevels or > MostLevels
            || Scale.Any(name => string.IsNullOrWhiteSpace(name) || name.Length > LongestName)))
        {
            yield return new("sections.path.scale", "path-scale", FewestLevels, MostLevels, LongestName);
        }

        if (Essential.FirstOrDefault(id => design.FindBehaviour(id) is null) is { } lost)
        {
            yield return new("sections.path.essential", "path-essential", lost);
        }
    }

    internal static IEnumerable<Effort> Effort(JourneyDesign design) =>
        [new(EffortBy.Learner, EffortKind.Alone, Math.Max(3, design.ActiveBehaviours.Count() / 2))];
}
