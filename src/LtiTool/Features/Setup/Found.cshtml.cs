using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Intake;
using LearningBuddy.Shared.Practice;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Tries the rules for evidence found elsewhere on the newest real statements. Changes nothing, names nobody.</summary>
[For(Audience.Instructors)]
internal sealed class FoundModel(Contents contents, EmbeddedLrs lrs) : PageModel
{
    private const int Newest = 1000;

    /// <summary>The design's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>How many statements of other systems were looked at.</summary>
    public int LookedAt { get; private set; }

    /// <summary>Each rule with what it finds.</summary>
    public IReadOnlyList<(FoundRule Rule, IReadOnlyList<FoundStatement> Fitting)> Results { get; private set; } = [];

    /// <summary>Shows what each rule would find.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await contents.FindAsync(id, ct) is not { } content)
        {
            return NotFound();
        }

        Id = id;
        var page = await lrs.QueryAsync(new StatementQuery { Limit = Newest }, ct);
        var statements = page.Statements.Select(stored => StatementReading.Of(stored.Id, stored.Payload)).OfType<StatementReading.Found>().Select(found => found.Statement).ToList();
        LookedAt = statements.Count;
        Results = [.. content.Definition.FoundRules.Select(rule => (rule, (IReadOnlyList<FoundStatement>)statements.FindAll(rule.Matches)))];
        return Page();
    }
}
