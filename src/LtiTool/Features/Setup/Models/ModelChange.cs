using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>
/// What a model would change in a design. A behaviour is known by its key, else by its words; a competency by its key, else by its name.
/// Those of the design keep their keys: evidence refers to them.
/// </summary>
internal sealed record ModelChange
{
    /// <summary>What the model holds, with the keys of the design.</summary>
    public required CompetencyModel Model { get; init; }

    /// <summary>What the design doesn't practise yet.</summary>
    public required IReadOnlyList<Behaviour> Added { get; init; }

    /// <summary>What gets other words or another competency: how it is now, and how it would be.</summary>
    public required IReadOnlyList<(Behaviour Before, Behaviour After)> Changed { get; init; }

    /// <summary>What stays as it is.</summary>
    public required IReadOnlyList<Behaviour> Same { get; init; }

    /// <summary>What the design practises and the model doesn't name: kept, or retired when all is replaced.</summary>
    public required IReadOnlyList<Behaviour> Unnamed { get; init; }

    /// <summary>Compares a model with a design.</summary>
    public static ModelChange Of(JourneyDesign design, CompetencyModel brought)
    {
        var model = WithKeysOf(design, brought);
        var before = design.ActiveBehaviours.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var known = model.Behaviours.Where(one => before.ContainsKey(one.Id)).ToLookup(one => IsSame(design, before[one.Id], model, one));
        return new()
        {
            Model = model,
            Added = [.. model.Behaviours.Where(one => !before.ContainsKey(one.Id))],
            Changed = [.. known[false].Select(one => (before[one.Id], one))],
            Same = [.. known[true]],
            Unnamed = [.. design.ActiveBehaviours.Where(one => model.Behaviours.All(other => other.Id != one.Id))],
        };
    }

    /// <summary>The design with the model in it.</summary>
    /// <param name="design">What it goes over.</param>
    /// <param name="replace">Whether what the model doesn't name is left out; the next version retires it.</param>
    public JourneyDesign Over(JourneyDesign design, bool replace)
    {
        if (replace)
        {
            return design with { Competencies = Model.Competencies, Behaviours = Model.Behaviours };
        }

        var named = Model.Behaviours.ToDictionary(one => one.Id, StringComparer.Ordinal);
        return design with
        {
            Competencies =
            [
                .. design.Competencies.Select(one => Model.FindCompetency(one.Id) ?? one),
                .. Model.Competencies.Where(one => design.FindCompetency(one.Id) is null),
            ],
            Behaviours = [.. design.ActiveBehaviours.Select(one => named.GetValueOrDefault(one.Id, one)), .. Added],
        };
    }

    /// <summary>What would be wrong with the behaviours of the design then.</summary>
    public IReadOnlyList<DesignFault> Check(JourneyDesign design, bool replace) =>
        [.. DesignRules.Check(DesignEdit.Next(design, Over(design, replace))).Where(fault => fault.Path is "competencies" or "behaviours")];

    private static CompetencyModel WithKeysOf(JourneyDesign design, CompetencyModel brought)
    {
        var competencies = Keys(
            brought.Competencies.Select(one => (one.Id, one.Name)), design.Competencies.Select(one => (one.Id, one.Name)));
        var behaviours = Keys(
            brought.Behaviours.Select(one => (one.Id, one.Statement)), design.ActiveBehaviours.Select(one => (one.Id, one.Statement)));
        return new(
            [.. brought.Competencies.Select(one => one with { Id = competencies[one.Id] })],
            [.. brought.Behaviours.Select(one => one with
            {
                Id = behaviours[one.Id],
                CompetencyId = one.CompetencyId is { } id ? competencies[id] : null,
            })]);
    }

    /// <summary>The key in the design for each key of the model: its own where the design has it, else that of the same words.</summary>
    private static Dictionary<string, string> Keys(
        IEnumerable<(string Id, string Words)> brought, IEnumerable<(string Id, string Words)> held)
    {
        var all = brought.ToList();
        var named = all.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var free = held.Where(one => !named.Contains(one.Id)).ToLookup(one => one.Words, one => one.Id, StringComparer.OrdinalIgnoreCase);
        var known = held.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        return all.ToDictionary(
            one => one.Id,
            one => known.Contains(one.Id) ? one.Id : free[one.Words].FirstOrDefault(used.Add) ?? one.Id,
            StringComparer.Ordinal);
    }

    private static bool IsSame(JourneyDesign design, Behaviour before, CompetencyModel model, Behaviour after) =>
        before with { CompetencyId = null } == after with { CompetencyId = null }
        && design.FindCompetency(before.CompetencyId) == model.FindCompetency(after.CompetencyId);
}
