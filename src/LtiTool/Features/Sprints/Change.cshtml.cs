using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>Whoever facilitates changes what a learner chose, also after the choice was closed.</summary>
[Needs(Thing.Group)]
[OfTheme(typeof(SprintsSection))]
internal sealed class ChangeModel(
    BuddyDbContext db, Access access, LearnerReader learners, SprintChoices choices, SprintBoard board, BoardReadings readings,
    PeopleNames names, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>The learner's participation.</summary>
    public Guid Id { get; private set; }

    /// <summary>The learner's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What is ticked.</summary>
    public IReadOnlyList<string> Ticked { get; private set; } = [];

    /// <summary>What was suggested to the learner, as they see it; empty where the journey has no path.</summary>
    public IReadOnlySet<string> Suggested { get; private set; } = new HashSet<string>();

    /// <summary>What the learner says about the choice; empty where nothing.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What stood against it, or null.</summary>
    public ChoiceRefusal? Refusal { get; private set; }

    /// <summary>The design's part.</summary>
    public SprintsSection Section => Design.Find<SprintsSection>()!;

    /// <summary>Shows the sprints with the learner's choice.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, ChoiceRefusal? refused, string[] ticked, CancellationToken ct)
    {
        if (!Section.IsChosen || await access.ToParticipationAsync(id, ct) is not { Relation: Relation.Facilitator } found)
        {
            return NotFound();
        }

        (Id, Refusal) = (id, refused);
        Name = await names.OfAsync(found.Participation.PersonId) ?? "";
        var progress = await learners.ProgressAsync(id, ct);
        Ticked = refused is null ? [.. SprintChoice.Of(Design, progress).Select(sprint => sprint.Id)] : ticked;
        Suggested = SprintAdvice.Of(Design, progress, await board.OthersAsync(id, ct))
            .Where(advice => advice.IsSuggested).Select(advice => advice.SprintId).ToHashSet();
        Reason = await db.ChoiceReasons.Where(said => said.ParticipationId == id).Select(said => said.Text).SingleOrDefaultAsync(ct) ?? "";
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string[] sprint, CancellationToken ct)
    {
        if (!Section.IsChosen || await access.ToParticipationAsync(id, ct) is not { Relation: Relation.Facilitator })
        {
            return NotFound();
        }

        if (await choices.ChangeAsync(id, sprint, ct) is { } refusal)
        {
            return RedirectToPage(
                "/Sprints/Change", new { id, refused = refusal, ticked = sprint.Where(key => Section.Find(key) is not null) });
        }

        readings.Forget(JourneyId);
        return RedirectToPage("/Sprints/Board", new { done = "sprints.done-changed" });
    }
}
