using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Intake;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>
/// Tries the rules for evidence found elsewhere on the newest real statements about this course's learners. Changes nothing, names nobody.
/// </summary>
[Needs(Thing.Design, Right.Write)]
internal sealed class FoundModel(
    JourneyDesigns designs, RosterSync roster, CourseRoster people, RuleTrial trial, CurrentSession me) : PageModel
{
    /// <summary>The design's key.</summary>
    public Guid Id { get; private set; }

    /// <summary>How many statements of other systems about the course's learners were looked at.</summary>
    public int LookedAt { get; private set; }

    /// <summary>How old the list of the course's people is.</summary>
    public RosterAge ListAge { get; private set; } = new(null, null);

    /// <summary>Record stores that could not be read.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    /// <summary>Each rule with what it finds.</summary>
    public IReadOnlyList<(FoundRule Rule, IReadOnlyList<FoundStatement> Fitting)> Results { get; private set; } = [];

    /// <summary>Shows what each rule would find.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await designs.FindAsync(id, ct) is not { } design)
        {
            return NotFound();
        }

        Id = id;
        await roster.RefreshAsync(me.CourseId, ct);
        ListAge = await people.AgeAsync(ct);
        var (statements, unread) = await trial.ReadAsync(me.CourseId, ct);
        LookedAt = statements.Count;
        Unread = unread;
        var rules = (await designs.NewestAsync(design, ct)).Find<FoundSection>()?.Rules ?? [];
        Results = [.. rules.Select(rule => (rule, (IReadOnlyList<FoundStatement>)[.. statements.Where(rule.Matches)]))];
        return Page();
    }
}
