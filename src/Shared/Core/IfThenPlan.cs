namespace LearningBuddy.Shared.Core;

/// <summary>An if-then plan as it was typed: the moment, and what somebody will do then. Half a plan is kept, and is none.</summary>
/// <param name="When">The moment, or null where nothing was written.</param>
/// <param name="Will">What they will do, or null where nothing was written.</param>
public readonly record struct IfThenPlan(string? When, string? Will)
{
    /// <summary>The longest half, in characters.</summary>
    public const int Longest = 300;

    /// <summary>Whether both halves are there.</summary>
    public bool IsWhole => When is not null && Will is not null;

    /// <summary>What was typed, as it is kept.</summary>
    public static IfThenPlan Of(string? moment, string? act) => new(CleanText.Kept(moment, Longest), CleanText.Kept(act, Longest));
}
