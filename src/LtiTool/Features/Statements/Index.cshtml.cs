using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>
/// The statements of a journey as people read them: sentences, counts that open their rows, and the raw data to take away.
/// </summary>
[Needs(Thing.Statements)]
public sealed class IndexModel(JourneyStatements statements, StatementTitles titles, CurrentSession me, Localizer texts) : JourneyPage(me)
{
    private const int RowsOnAPage = 50;

    /// <summary>What is looked at.</summary>
    [BindProperty(SupportsGet = true)] public StatementFilter Filter { get; set; } = new();

    /// <summary>The sentences, newest first.</summary>
    public IReadOnlyList<StatementSentence> Rows { get; private set; } = [];

    /// <summary>Where the next page goes on, or null at the end.</summary>
    public long? Next { get; private set; }

    /// <summary>What the view holds, by verb and by day.</summary>
    public StatementCounts Counts { get; private set; } = StatementCounts.None;

    /// <summary>People to choose from; empty for learners, who see their own.</summary>
    public IReadOnlyList<KnownPerson> People { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var people = await statements.PeopleAsync(ct);
        var names = JourneyStatements.NamesOf(people);
        var page = await statements.PageAsync(Filter, RowsOnAPage, ct);
        var things = await titles.OfAsync(page.Statements, ct);
        Rows = [.. page.Statements.Select(stored => StatementSentence.From(stored, names, things, texts.Culture))];
        Next = page.NextCursor;
        People = Session.IsFacilitator ? people : [];
        Counts = await statements.CountAsync(Filter, texts.Culture, ct);
    }

    /// <summary>The view as JSON lines: one statement a line.</summary>
    public IActionResult OnGetJsonLines() => new StatementExport(statements, Filter, StatementFormat.JsonLines, texts.Culture);

    /// <summary>The view as a table for spreadsheets.</summary>
    public IActionResult OnGetCsv() => new StatementExport(statements, Filter, StatementFormat.Csv, texts.Culture);
}
