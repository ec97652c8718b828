namespace LearningBuddy.Shared.Core;

/// <summary>A stretch of the journey as a learner sees it on the road, with true counts.</summary>
/// <param name="Name">One word: names the text.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Of">Of how much, at least 1.</param>
public sealed record Phase(string Name, int Done, int Of)
{
    /// <summary>Whether it lies behind.</summary>
    public bool IsDone => Done >= Of;
}

/// <summary>How far a learner is in a theme's stretch of the road. Pure.</summary>
public delegate Phase PhaseRule(JourneyDesign design, Progress progress);

/// <summary>The road of a journey: the stretches of its themes, in their order.</summary>
public static class Road
{
    /// <summary>The stretches of the themes that are switched on.</summary>
    public static IReadOnlyList<Phase> Of(JourneyDesign design, Progress progress) =>
        [.. Themes.All.Where(theme => theme.Phase is not null && theme.IsOn(design)).Select(theme => theme.Phase!(design, progress))];
}
