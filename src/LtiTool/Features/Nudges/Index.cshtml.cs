using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;
using LearningBuddy.Shared.Reinforcement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>The inbox: small exercises that came, each with one button.</summary>
[For(Audience.Learners)]
internal sealed class IndexModel(BuddyDbContext db, Access access, JourneyWriter writer, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>What came and isn't settled, newest first.</summary>
    public IReadOnlyList<Nudge> Open { get; private set; } = [];

    /// <summary>What was settled, newest first.</summary>
    public IReadOnlyList<Nudge> Settled { get; private set; } = [];

    /// <summary>When the next one is planned, UTC, or null.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Shows the inbox.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await access.OwnAsync() is not { } own)
        {
            return;
        }

        var nudges = await db.Nudges.AsNoTracking().Where(nudge => nudge.ParticipationId == own.Id).OrderByDescending(nudge => nudge.DueAt).Take(100).ToListAsync(ct);
        Open = nudges.FindAll(nudge => nudge.SentAt is not null && nudge.SettledAt is null);
        Settled = nudges.FindAll(nudge => nudge.SettledAt is not null);
        NextAt = nudges.FindAll(nudge => nudge.SentAt is null && nudge.SettledAt is null).ConvertAll(nudge => (DateTimeOffset?)nudge.DueAt).Min();
    }

    /// <summary>Done: turns the answer into evidence that is partly filled in.</summary>
    public async Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken ct)
    {
        var evidenceId = Guid.Empty;
        var changed = await ChangeAsync(
            id,
            (nudge, own, change) =>
            {
                if (!nudge.Settle(change.Now))
                {
                    return null;
                }

                var piece = new PracticeEvidence(change.NewId(), own.Id, change.Now);
                piece.SaveDraft(new EvidenceText { Action = nudge.Text, BehaviourIds = [nudge.BehaviourId], AppliedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(change.Now, Session.Zone).DateTime) }, change.Now);
                db.Evidence.Add(piece);
                evidenceId = piece.Id;
                change.Happened(own, Session.PersonId, new JourneyEvent.EvidenceDrafted(new EvidenceRef(piece.Id, 0, "", [])));
                return new JourneyEvent.NudgeActedOn(nudge.Facts, "log-evidence");
            },
            ct);
        return changed ? RedirectToPage("/Evidence/Write", new { id = evidenceId }) : RedirectToPage();
    }

    /// <summary>Later: it comes back tomorrow, outside quiet hours.</summary>
    public async Task<IActionResult> OnPostSnoozeAsync(Guid id, CancellationToken ct)
    {
        var until = QuietHours.Default.NextAllowed(clock.GetUtcNow().AddDays(1), Session.Zone);
        await ChangeAsync(id, (nudge, _, _) => nudge.Snooze(until) ? new JourneyEvent.NudgeSnoozed(nudge.Facts, until) : null, ct);
        return Done("/Nudges/Index", "snoozed");
    }

    /// <summary>Not this one.</summary>
    public async Task<IActionResult> OnPostDismissAsync(Guid id, CancellationToken ct)
    {
        await ChangeAsync(id, (nudge, _, change) => nudge.Settle(change.Now) ? new JourneyEvent.NudgeDismissed(nudge.Facts) : null, ct);
        return Done("/Nudges/Index", "dismissed");
    }

    private Task<bool> ChangeAsync(Guid id, Func<Nudge, Participation, JourneyChange, JourneyEvent?> apply, CancellationToken ct) => writer.WriteAsync(
        async change =>
        {
            await writer.LockAsync(id, ct);
            if (await access.OwnAsync() is not { } own
                || await db.Nudges.SingleOrDefaultAsync(nudge => nudge.Id == id && nudge.ParticipationId == own.Id, ct) is not { } nudge)
            {
                return false;
            }

            if (nudge.Open(change.Now))
            {
                change.Happened(own, Session.PersonId, new JourneyEvent.NudgeOpened(nudge.Facts));
            }

            if (apply(nudge, own, change) is not { } what)
            {
                return false;
            }

            change.Happened(own, Session.PersonId, what);
            return true;
        },
        ct);
}
