namespace LearningBuddy.Shared.Groups;

/// <summary>How many people a kind of group takes.</summary>
/// <param name="Least">From how many on it works.</param>
/// <param name="Most">How many there may be.</param>
public sealed record GroupPolicy(int Least, int Most)
{
    /// <summary>The policy of a kind.</summary>
    public static GroupPolicy Of(GroupKind kind) => kind switch
    {
        GroupKind.BuddyPair => new(2, 2),
        GroupKind.Partners => new(2, 3),
        GroupKind.Circle => new(3, 6),
        GroupKind.Coaching => new(2, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of group."),
    };
}
