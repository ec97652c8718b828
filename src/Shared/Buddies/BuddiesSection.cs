using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>Rules of the learning buddy.</summary>
/// <param name="Capacity">How many learners one person supports at the same time, 1 to 20.</param>
/// <param name="RemindAfterDays">Days after which an unanswered invitation is brought up again, 1 to 60.</param>
/// <param name="ExpireAfterDays">Days after which it runs out, 1 to 60, more than <paramref name="RemindAfterDays"/>.</param>
/// <param name="OffersStaff">Whether those who teach or assist in the course can be asked too.</param>
public sealed record BuddiesSection(int Capacity = 2, int RemindAfterDays = 3, int ExpireAfterDays = 7, bool OffersStaff = false)
    : IDesignSection
{
    /// <summary>Days without a word from the buddy after which the learner is offered other ways, 3 to 60.</summary>
    public int SilentAfterDays { get; init; } = 10;

    /// <summary>Whether a journey can be finished without a learning buddy.</summary>
    public bool CanFinishWithout { get; init; } = true;

    /// <summary>What the buddy asks in the three talks, where the design has questions of its own.</summary>
    public TalkPrompts Prompts { get; init; } = new();

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Capacity is < 1 or > 20)
        {
            yield return new("sections.buddies.capacity", "buddy-capacity");
        }

        if (RemindAfterDays < 1 || ExpireAfterDays > 60 || RemindAfterDays >= ExpireAfterDays)
        {
            yield return new("sections.buddies.expireAfterDays", "buddy-days");
        }

        if (SilentAfterDays is < 3 or > 60)
        {
            yield return new("sections.buddies.silentAfterDays", "buddy-silent");
        }

        if (Prompts.IsTooLong)
        {
            yield return new("sections.buddies.prompts", "buddy-prompts", TalkPrompts.Longest);
        }
    }

    internal static IEnumerable<Effort> Effort(JourneyDesign design)
    {
        var minutes = Talk.InAll * (int)Talk.Length.TotalMinutes;
        return [new(EffortBy.Learner, EffortKind.WithPeople, minutes), new(EffortBy.Buddy, EffortKind.WithPeople, minutes)];
    }
}

/// <summary>A design's own questions for the buddy, one a line; empty where those of the product are used.</summary>
/// <param name="First">In the first talk.</param>
/// <param name="Second">In the second.</param>
/// <param name="Third">In the third.</param>
public sealed record TalkPrompts(string First = "", string Second = "", string Third = "")
{
    /// <summary>The longest questions of one talk, in characters.</summary>
    public const int Longest = 600;

    /// <summary>The questions of one talk; none where those of the product are used.</summary>
    /// <param name="number">From 1.</param>
    public IReadOnlyList<string> Of(int number) => (number switch { 1 => First, 2 => Second, _ => Third })
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether one of them is too long.</summary>
    internal bool IsTooLong => new[] { First, Second, Third }.Any(words => words.Length > Longest);
}
