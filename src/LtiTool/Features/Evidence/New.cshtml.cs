using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Practice;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>A learner begins a piece of evidence.</summary>
[For(Audience.Learners)]
public sealed class NewModel(BuddyDbContext db, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the list.</summary>
    public IActionResult OnGet() => RedirectToPage("/Evidence/Index");

    /// <summary>Makes a draft and opens it; an empty one begun before is opened again.</summary>
    /// <param name="behaviour">The behaviour practised, if known.</param>
    /// <param name="ct">Cancels before the write.</param>
    public async Task<IActionResult> OnPostAsync(string? behaviour, CancellationToken ct)
    {
        var id = await writer.WriteAsync(
            async change =>
            {
                var participation = await db.Participations.SingleAsync(p => p.JourneyId == JourneyId && p.PersonId == Session.PersonId, ct);
                var empty = await db.Evidence.FirstOrDefaultAsync(
                    piece => piece.ParticipationId == participation.Id && piece.State == EvidenceState.Drafted && piece.DraftNumber <= 1, ct);
                if (empty is not null && empty.Draft.Title.Length == 0)
                {
                    return empty.Id;
                }

                var known = Definition.FindBehaviour(behaviour ?? "");
                var piece = new PracticeEvidence(change.NewId(), participation.Id, change.Now);
                piece.SaveDraft(new EvidenceText { BehaviourIds = known is null ? [] : [known.Id] }, change.Now);
                db.Evidence.Add(piece);
                change.Happened(participation, Session.PersonId, new JourneyEvent.EvidenceDrafted(new EvidenceRef(piece.Id, 0, "", [])));
                return piece.Id;
            },
            ct);
        return RedirectToPage("/Evidence/Write", new { id });
    }
}
