using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>A model while it is read: cleans each part, and notes what is wrong with it and where.</summary>
/// <param name="fields">What the file calls its parts.</param>
internal sealed class ModelDraft(ModelFields fields)
{
    private readonly List<(FilePlace At, Competency Competency)> competencies = [];
    private readonly List<(FilePlace At, string? Id, Behaviour Behaviour)> behaviours = [];
    private readonly List<TemplateFault> faults = [];

    /// <summary>Notes a fault.</summary>
    public void Wrong(FilePlace at, string text, params IReadOnlyList<object> args) => faults.Add(new(at.Line, at.Column, text, args));

    /// <summary>A competency.</summary>
    public void Add(FilePlace at, Competency competency)
    {
        var clean = competency with { Name = CleanText.Line(competency.Name) };
        CheckWords(at, clean.Name, Competency.LongestName, fields.Name);
        competencies.Add((at, clean));
    }

    /// <summary>A behaviour; one without a key gets one when all are there.</summary>
    public void Add(FilePlace at, string? id, string? statement, string? shownBy, string? competencyId)
    {
        var named = string.IsNullOrEmpty(competencyId) ? null : competencyId;
        var clean = new Behaviour("", CleanText.Line(statement), CleanText.Of(shownBy).Trim(), CompetencyId: named);
        CheckWords(at, clean.Statement, Behaviour.LongestStatement, fields.Statement);
        CheckLength(at, clean.ShownBy, Behaviour.LongestShownBy, fields.ShownBy);
        behaviours.Add((at, string.IsNullOrWhiteSpace(id) ? null : id.Trim(), clean));
    }

    /// <summary>The model, or what is wrong with it.</summary>
    /// <param name="list">Where the list of behaviours begins; null for the first one too many.</param>
    public ModelRead Build(FilePlace? list = null)
    {
        CheckCounts(list);
        CheckKeys(competencies.Select(row => (row.At, row.Competency.Id)));
        CheckKeys(behaviours.Where(row => row.Id is not null).Select(row => (row.At, row.Id!)));
        var known = competencies.Select(row => row.Competency.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (at, id, behaviour) in behaviours)
        {
            if (behaviour.CompetencyId is { } named && !known.Contains(named))
            {
                Wrong(at, "setup.fault.behaviour-competency", id ?? behaviour.Statement, named);
            }
        }

        return faults.Count > 0
            ? new(null, [.. faults.OrderBy(fault => fault.Line)])
            : new(new([.. competencies.Select(row => row.Competency)], [.. Keyed()]), []);
    }

    private IEnumerable<Behaviour> Keyed()
    {
        var keys = new ModelKeys();
        behaviours.ForEach(row => keys.Take(row.Id ?? ""));
        return behaviours.Select(row => row.Behaviour with { Id = row.Id ?? keys.Make(row.Behaviour.Statement) });
    }

    private void CheckCounts(FilePlace? list)
    {
        if (behaviours.Count > DesignRules.MostBehaviours)
        {
            var at = list ?? behaviours[DesignRules.MostBehaviours].At;
            Wrong(at, "setup.model.too-many", behaviours.Count, DesignRules.MostBehaviours);
        }
        else if (behaviours.Count == 0 && faults.Count == 0)
        {
            Wrong(list ?? new(1), "setup.model.none");
        }

        if (competencies.Count > DesignRules.MostCompetencies)
        {
            var at = competencies[DesignRules.MostCompetencies].At;
            Wrong(at, "setup.model.too-many-competencies", competencies.Count, DesignRules.MostCompetencies);
        }
    }

    private void CheckKeys(IEnumerable<(FilePlace At, string Id)> named)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, id) in named)
        {
            if (!DesignKey.Is(id))
            {
                Wrong(at, "setup.model.key", CleanText.Cut(id, DesignKey.Longest + 1));
            }
            else if (!lines.TryAdd(id, at.Line))
            {
                Wrong(at, "setup.model.key-twice", id, lines[id]);
            }
        }
    }

    private void CheckWords(FilePlace at, string words, int longest, string field)
    {
        if (!CleanText.IsVisible(words))
        {
            Wrong(at, "setup.model.no-words", field);
        }

        CheckLength(at, words, longest, field);
    }

    private void CheckLength(FilePlace at, string words, int longest, string field)
    {
        if (words.Length > longest)
        {
            Wrong(at, "setup.model.too-long", field, words.Length, longest);
        }
    }
}

/// <summary>What a form of file calls the words of a model.</summary>
/// <param name="Name">Of a competency.</param>
/// <param name="Statement">What the person does.</param>
/// <param name="ShownBy">How it shows.</param>
internal sealed record ModelFields(string Name, string Statement, string ShownBy);
