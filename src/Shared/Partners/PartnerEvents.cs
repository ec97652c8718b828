using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Partners;

/// <summary>A scenario was played with a practice partner.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Scenario">The scenario, as the design calls it.</param>
/// <param name="PairId">The practice pair.</param>
/// <param name="PartnerId">The practice partner.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Points">What the partner gave, if the scenario is rated.</param>
public sealed record PracticeAttempted(
    Guid RoundId, string Scenario, Guid PairId, Guid PartnerId, TimeSpan Duration, Points? Points) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [new(TextKind.Reflection, RoundId)];

    /// <inheritdoc />
    public override IEnumerable<Guid> People => [PartnerId];
}

/// <summary>How they are stored.</summary>
internal static class PartnerEvents
{
    public static Theme Theme { get; } = new("partners", [EventType.Of<PracticeAttempted>("practice.attempted")]);
}
