using System.Text;
using CsvHelper;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>
/// A model as a table: a line per behaviour, with the columns <c>competency</c>, <c>role</c>, <c>id</c>, <c>behaviour</c> and
/// <c>shown_by</c> in any order. Others are passed over.
/// </summary>
internal static class ModelCsv
{
    private const string CompetencyColumn = "competency";
    private const string RoleColumn = "role";
    private const string IdColumn = "id";
    private const string BehaviourColumn = "behaviour";
    private const string ShownByColumn = "shown_by";

    private static readonly string[] Columns = [CompetencyColumn, RoleColumn, IdColumn, BehaviourColumn, ShownByColumn];

    /// <summary>One that is misspelt would leave its words behind without a sound.</summary>
    private static readonly string[] Needed = [CompetencyColumn, BehaviourColumn, ShownByColumn];

    private static readonly ModelFields Fields = new(CompetencyColumn, BehaviourColumn, ShownByColumn);

    /// <summary>Writes a model; no cell is run by a spreadsheet. A competency without a behaviour has no line.</summary>
    public static string Write(CompetencyModel model)
    {
        var table = new StringBuilder(CsvLine.Start).Append(string.Join(',', Columns)).Append("\r\n");
        foreach (var behaviour in model.Behaviours)
        {
            var competency = model.FindCompetency(behaviour.CompetencyId);
            table.Append(CsvLine.Of(
                competency?.Name ?? "", RoleOf(competency), behaviour.Id, behaviour.Statement, behaviour.ShownBy));
        }

        return table.ToString();
    }

    /// <summary>Reads a table whose cells are apart by commas, semicolons or tabs.</summary>
    public static ModelRead Read(string text)
    {
        var draft = new ModelDraft(Fields);
        var rows = Rows(text, draft).ToList();
        if (rows.Count == 0)
        {
            return draft.Build();
        }

        var names = rows[0].Cells.Select(Column).ToList();
        var missing = Needed.Where(name => !names.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            draft.Wrong(rows[0].At, "setup.model.column", string.Join(", ", missing));
            return draft.Build(rows[0].At);
        }

        var competencies = new TableCompetencies(draft);
        foreach (var (at, cells) in rows.Skip(1))
        {
            if (cells.Skip(names.Count).Any(CleanText.IsVisible))
            {
                draft.Wrong(at, "setup.model.cells");
                continue;
            }

            string Cell(string name) =>
                names.IndexOf(name) is var place and >= 0 && place < cells.Length ? CsvLine.Plain(cells[place]) : "";
            var id = competencies.Find(at, Cell(CompetencyColumn), Cell(RoleColumn));
            draft.Add(at, Cell(IdColumn), Cell(BehaviourColumn), Cell(ShownByColumn), id);
        }

        competencies.Tell();
        return draft.Build();
    }

    private static string RoleOf(Competency? competency) => competency?.Role switch
    {
        null => "",
        CompetencyRole.Next => TableCompetencies.Next,
        _ => TableCompetencies.Current,
    };

    private static string Column(string name) => CleanText.Line(name).ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    /// <summary>The lines that hold something, each with where it begins: a cell may have several lines.</summary>
    private static IEnumerable<(FilePlace At, string[] Cells)> Rows(string text, ModelDraft draft)
    {
        var options = CsvReaderOptions.Default with
        {
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => draft.Wrong(new((int)record.LineNumber), "setup.model.quotes"),
        };
        using var reader = CsvReader.FromText(text, options with { Separator = SeparatorOf(text) });
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (Array.Exists(cells, CleanText.IsVisible))
            {
                yield return (new((int)reader.LineNumber), cells);
            }
        }
    }

    /// <summary>
    /// What sets the names of the columns apart: these hold no separator, while words below them may, on every line. Null where the file
    /// says it itself, as spreadsheets have it.
    /// </summary>
    private static char? SeparatorOf(string text)
    {
        var first = text.TrimStart().Split('\r', '\n')[0];
        if (first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        using var names = CsvReader.FromText(first, CsvReaderOptions.Default with { HasHeader = false });
        return names.Separator;
    }
}
