using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Found;

/// <summary>What other systems record that may count as practice.</summary>
/// <param name="Rules">Which statements; the first that fits holds.</param>
public sealed record FoundSection(IReadOnlyList<FoundRule> Rules) : IDesignSection
{
    /// <summary>The theme: what is found becomes evidence, so that it has no events of its own.</summary>
    internal static Theme Theme { get; } = new("found", []) { Section = typeof(FoundSection) };

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Rules.Any(rule => design.FindBehaviour(rule.BehaviourId) is null))
        {
            yield return new("sections.found.rules", "found-behaviour");
        }

        if (Rules.Any(rule => !IsAddress(rule.Verb) || !IsAddress(rule.Activity)))
        {
            yield return new("sections.found.rules", "found-address");
        }
    }

    private static bool IsAddress(string text) => text.Contains(':', StringComparison.Ordinal);
}
