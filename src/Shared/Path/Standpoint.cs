using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Path;

/// <summary>Where a learner stands with one behaviour, seen by everybody who said something about it. Pure.</summary>
/// <param name="Own">The own level, or null.</param>
/// <param name="Others">The mean of what others said, or null.</param>
/// <param name="Shown">Whether it is certified: then evidence speaks, as a view of its own.</param>
/// <param name="Top">The highest level.</param>
public sealed record Standpoint(int? Own, double? Others, bool Shown, int Top)
{
    /// <summary>How far two views must lie apart to be told.</summary>
    private const double Apart = 1;

    /// <summary>
    /// The level that the views agree on at least: the lowest of them. What is certified is done without help, whoever says less. Null
    /// where nobody said anything.
    /// </summary>
    public double? Agreed => (Own, Others) switch
    {
        _ when Shown => Math.Max(Top - 1, Lowest ?? 0),
        _ => Lowest,
    };

    /// <summary>How much there is to learn, in levels up to doing it without help; null where nobody said anything.</summary>
    public double? Room => Agreed is { } agreed ? Math.Max(0, Top - 1 - agreed) : null;

    /// <summary>Whether others see less than the learner does: what nobody sees by themselves.</summary>
    public bool IsBlindSpot => Own is { } own && Others is { } others && own - others >= Apart;

    /// <summary>Whether the learner sees less than others do.</summary>
    public bool IsHiddenStrength => Own is { } own && Others is { } others && others - own >= Apart;

    private double? Lowest => (Own, Others) switch
    {
        ({ } own, { } others) => Math.Min(own, others),
        ({ } own, null) => own,
        (null, { } others) => others,
        _ => null,
    };

    /// <summary>Reads it off a learner's history. The own answer comes first: before it, what others say counts for nothing.</summary>
    public static Standpoint Of(JourneyDesign design, Progress progress, string behaviourId)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(progress);
        var (path, top) = (progress.Of<PathProgress>(), design.Find<PathSection>()?.Top ?? 0);
        var others = path.Own.ContainsKey(behaviourId) ? path.Of(behaviourId) : [];
        return new(
            path.Own.TryGetValue(behaviourId, out var own) ? Math.Min(own.Level, top) : null,
            others.IsEmpty ? null : others.Average(view => Math.Min(view.Level, top)),
            progress.Of<CertificationProgress>().Holds(behaviourId),
            top);
    }
}
