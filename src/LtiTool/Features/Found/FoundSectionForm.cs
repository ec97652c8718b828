using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;

namespace LearningBuddy.LtiTool.Features.Found;

/// <summary>Evidence found elsewhere in the set-up.</summary>
public sealed class FoundSectionForm() : SectionForm<FoundSection>("found")
{
    /// <summary>What other systems record that may count; a row without a verb is left out.</summary>
    public IList<FoundRow> Rules { get; set; } = [];

    /// <inheritdoc />
    protected override FoundSection Default(JourneyDesign design) => new([]);

    /// <inheritdoc />
    protected override void Fill(FoundSection section) => Rules = [.. section.Rules.Select(FoundRow.From), new FoundRow()];

    /// <inheritdoc />
    protected override FoundSection Over(FoundSection before, JourneyDesign design) =>
        new([.. Rules.Where(row => !string.IsNullOrWhiteSpace(row.Verb)).Select(row => row.ToRule())]);
}

/// <summary>A rule for evidence found elsewhere, as typed.</summary>
public sealed class FoundRow
{
    /// <summary>IRI of the verb.</summary>
    public string? Verb { get; set; }

    /// <summary>IRI of the activity, or its beginning and a star.</summary>
    public string? Activity { get; set; }

    /// <summary>The behaviour it may show.</summary>
    public string? BehaviourId { get; set; }

    /// <summary>Lowest scaled score, or empty.</summary>
    public string? MinScaled { get; set; }

    /// <summary>Whether success is needed.</summary>
    public bool NeedsSuccess { get; set; }

    /// <summary>A rule as the form shows it.</summary>
    public static FoundRow From(FoundRule rule) => new()
    {
        Verb = rule.Verb,
        Activity = rule.Activity,
        BehaviourId = rule.BehaviourId,
        MinScaled = rule.MinScaled?.ToString(CultureInfo.InvariantCulture),
        NeedsSuccess = rule.NeedsSuccess,
    };

    /// <summary>What was typed, as the domain keeps it.</summary>
    public FoundRule ToRule() => new(
        (Verb ?? "").Trim(),
        (Activity ?? "").Trim(),
        BehaviourId ?? "",
        double.TryParse(MinScaled, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) ? least : null,
        NeedsSuccess);
}
