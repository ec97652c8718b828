using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Practice;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Found;

/// <summary>The learner says what becomes of something found elsewhere: use it, or not mine. Nothing counts before that.</summary>
[For(Audience.Learners)]
internal sealed class AnswerModel(BuddyDbContext db, Access access, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to today.</summary>
    public IActionResult OnGet() => RedirectToPage("/Today/Index");

    /// <summary>Makes a draft of it, partly filled in, to be told in the learner's own words.</summary>
    public async Task<IActionResult> OnPostUseAsync(Guid id, CancellationToken ct)
    {
        var evidenceId = await writer.WriteAsync(
            async change =>
            {
                if (await FindAsync(id, ct) is not { } found || !found.Settle(FoundState.Used))
                {
                    return (Guid?)null;
                }

                var own = (await access.OwnAsync())!;
                var piece = new PracticeEvidence(change.NewId(), own.Id, change.Now, found.StatementId);
                piece.SaveDraft(
                    new EvidenceText
                    {
                        Situation = found.ActivityName,
                        BehaviourIds = Definition.FindBehaviour(found.BehaviourId) is null ? [] : [found.BehaviourId],
                        AppliedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(found.HappenedAt, Session.Zone).DateTime),
                    },
                    change.Now);
                db.Evidence.Add(piece);
                change.Happened(own, Session.PersonId, new JourneyEvent.EvidenceDrafted(new EvidenceRef(piece.Id, 0, found.ActivityName, [])));
                return piece.Id;
            },
            ct);
        return evidenceId is null ? RedirectToPage("/Today/Index") : RedirectToPage("/Evidence/Write", new { id = evidenceId });
    }

    /// <summary>Not the learner's, or not practice: it is not offered again.</summary>
    public async Task<IActionResult> OnPostNotMineAsync(Guid id, CancellationToken ct)
    {
        await writer.WriteAsync(async _ => (await FindAsync(id, ct))?.Settle(FoundState.NotMine), ct);
        return Done("/Today/Index", "dismissed");
    }

    private async Task<FoundEvidence?> FindAsync(Guid id, CancellationToken ct) =>
        await access.OwnAsync() is { } own
            ? await db.FoundEvidence.SingleOrDefaultAsync(found => found.Id == id && found.ParticipationId == own.Id, ct)
            : null;
}
