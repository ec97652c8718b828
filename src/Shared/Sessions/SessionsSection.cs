using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Sessions;

/// <summary>Group sessions: everybody at the same hour, in breakout groups that talk through the same questions.</summary>
/// <param name="Minutes">How long the groups talk, 15 to 120.</param>
/// <param name="GroupSize">Most people in a breakout group, 3 to 6.</param>
public sealed record SessionsSection(int Minutes = 45, int GroupSize = 4) : IDesignSection
{
    /// <summary>Most questions that groups talk through.</summary>
    public const int MostPrompts = 6;

    /// <summary>The longest of them, in characters.</summary>
    public const int LongestPrompt = 300;

    /// <summary>The shortest time, in minutes.</summary>
    public const int LeastMinutes = 15;

    /// <summary>The longest time, in minutes.</summary>
    public const int MostMinutes = 120;

    /// <summary>The largest breakout group that can be asked for.</summary>
    public const int LargestGroup = 6;

    /// <summary>What the groups talk through, in order; empty where the product's own questions are used.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>How groups are usually made: by what learners chose, where they choose.</summary>
    public static Grouping UsualGrouping(JourneyDesign design) =>
        SprintsSection.IsChosenIn(design) ? Grouping.Sprint : Grouping.Challenge;

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Prompts.Count > MostPrompts || Prompts.Any(prompt => !CleanText.IsVisible(prompt) || prompt.Length > LongestPrompt))
        {
            yield return new("sections.sessions.prompts", "sessions-prompts", MostPrompts, LongestPrompt);
        }

        if (Minutes is < LeastMinutes or > MostMinutes)
        {
            yield return new("sections.sessions.minutes", "sessions-minutes", LeastMinutes, MostMinutes);
        }

        if (GroupSize is < BreakoutGroups.Least or > LargestGroup)
        {
            yield return new("sections.sessions.groupSize", "sessions-size", BreakoutGroups.Least, LargestGroup);
        }
    }

    internal static IEnumerable<Effort> Effort(JourneyDesign design)
    {
        var minutes = design.Find<SessionsSection>()?.Minutes ?? 0;
        return [new(EffortBy.Learner, EffortKind.WithPeople, minutes)];
    }
}

/// <summary>What brings people into the same breakout group.</summary>
public enum Grouping
{
    /// <summary>The sprint they chose.</summary>
    Sprint,

    /// <summary>The behaviour they find hard.</summary>
    Challenge,
}
