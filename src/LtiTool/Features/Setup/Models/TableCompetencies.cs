using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>The competencies of a table, which names them in each line: known by their names.</summary>
/// <param name="draft">Where they go.</param>
internal sealed class TableCompetencies(ModelDraft draft)
{
    /// <summary>What people do now; meant where nothing is said.</summary>
    public const string Current = "current";

    /// <summary>What they prepare for.</summary>
    public const string Next = "next";

    private readonly Dictionary<string, (FilePlace At, Competency Competency, CompetencyRole? Role)> named =
        new(StringComparer.OrdinalIgnoreCase);

    private readonly ModelKeys keys = new();

    /// <summary>The key of the competency that a line names, or null where it names none.</summary>
    public string? Find(FilePlace at, string name, string role)
    {
        var (clean, said) = (CleanText.Line(name), RoleOf(at, role));
        if (!CleanText.IsVisible(clean))
        {
            return null;
        }

        if (!named.TryGetValue(clean, out var known))
        {
            known = (at, new(keys.Make(clean), clean), said);
        }
        else if (said is not null && known.Role is { } before && said != before)
        {
            draft.Wrong(at, "setup.model.two-roles", clean);
        }

        named[clean] = known with { Role = known.Role ?? said };
        return known.Competency.Id;
    }

    /// <summary>Adds them to the draft, once all lines were read.</summary>
    public void Tell()
    {
        foreach (var (at, competency, role) in named.Values)
        {
            draft.Add(at, competency with { Role = role ?? CompetencyRole.Current });
        }
    }

    private CompetencyRole? RoleOf(FilePlace at, string written)
    {
        switch (CleanText.Line(written).ToLowerInvariant())
        {
            case "":
                return null;
            case Current:
                return CompetencyRole.Current;
            case Next:
                return CompetencyRole.Next;
            case var other:
                draft.Wrong(at, "setup.model.role", CleanText.Cut(other, Competency.LongestName));
                return null;
        }
    }
}
