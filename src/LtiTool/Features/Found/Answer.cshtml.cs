using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Found;

/// <summary>The learner says what becomes of something found elsewhere: use it, or not mine. Nothing counts before that.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(FoundSection))]
internal sealed class AnswerModel(BuddyDbContext db, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to today.</summary>
    public IActionResult OnGet() => RedirectToPage("/Today/Index");

    /// <summary>Makes a draft of it, partly filled in, to be told in the learner's own words.</summary>
    public async Task<IActionResult> OnPostUseAsync(Guid id, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        var evidenceId = await writer.ChangeAsync(Subjects.Of(own), Session.Actor, change => UseAsync(own, id, change, ct), ct);
        return evidenceId is null ? RedirectToPage("/Today/Index") : RedirectToPage("/Evidence/Write", new { id = evidenceId });
    }

    /// <summary>Not the learner's, or not practice: it is not offered again.</summary>
    public async Task<IActionResult> OnPostNotMineAsync(Guid id, CancellationToken ct)
    {
        if (Session.ParticipationId is { } own)
        {
            await writer.ChangeAsync(
                Subjects.Of(own), Session.Actor, async _ => (await FindAsync(own, id, ct))?.Settle(FoundState.NotMine), ct);
        }

        return Done("/Today/Index", "found.done-dismissed");
    }

    private async Task<Guid?> UseAsync(Guid own, Guid id, JourneyChange change, CancellationToken ct)
    {
        if (await FindAsync(own, id, ct) is not { } found)
        {
            return null;
        }

        // Pressed twice, it leads to the same piece.
        if (!found.Settle(FoundState.Used))
        {
            return await db.Evidence.Where(piece => piece.ParticipationId == own && piece.FoundStatementId == found.StatementId)
                .Select(piece => (Guid?)piece.Id).SingleOrDefaultAsync(ct);
        }

        var made = new EvidencePiece(change.NewId(), own, change.Now, found.StatementId);
        made.SaveDraft(
            new EvidenceText
            {
                Situation = found.ActivityName,
                BehaviourIds = Design.FindBehaviour(found.BehaviourId) is null ? [] : [found.BehaviourId],
                AppliedOn = Session.DayOf(found.HappenedAt),
            },
            change.Now);
        db.Evidence.Add(made);
        change.Happened(own, new EvidenceDrafted(made.Id));
        return made.Id;
    }

    private Task<FoundEvidence?> FindAsync(Guid own, Guid id, CancellationToken ct) =>
        db.FoundEvidence.SingleOrDefaultAsync(found => found.Id == id && found.ParticipationId == own, ct);
}
