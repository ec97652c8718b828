using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>
/// Behaviours, grouped into competencies for a current and a next role, apart from any journey: what files hold and courses keep.
/// </summary>
/// <param name="Competencies">What they are grouped into.</param>
/// <param name="Behaviours">What is practised; none of them is retired.</param>
internal sealed record CompetencyModel(IReadOnlyList<Competency> Competencies, IReadOnlyList<Behaviour> Behaviours)
{
    /// <summary>What a design has.</summary>
    public static CompetencyModel Of(JourneyDesign design) => new(design.Competencies, [.. design.ActiveBehaviours]);

    /// <summary>The competency with this key, or null.</summary>
    public Competency? FindCompetency(string? id) => Competencies.FirstOrDefault(competency => competency.Id == id);
}

/// <summary>What became of reading a model.</summary>
/// <param name="Model">It, or null where something is wrong with it.</param>
/// <param name="Faults">What is wrong, by lines.</param>
internal sealed record ModelRead(CompetencyModel? Model, IReadOnlyList<TemplateFault> Faults);

/// <summary>Where something stands in a file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct FilePlace(int Line, int Column = 1);
