using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>What becomes of an invitation or pairing: accepted, declined, taken back, ended.</summary>
public sealed class AnswerModel(BuddyDbContext db, JourneyWriter writer, BuddyAcceptance acceptance, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the buttons.</summary>
    public IActionResult OnGet() => RedirectToPage("/Buddies/Index");

    /// <summary>The person asked says yes.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken ct) =>
        await acceptance.AcceptAsync(pair => pair.Id == id && pair.BuddyId == Session.PersonId, ct)
            ? Done("/Buddies/Index", "accepted")
            : RedirectToPage("/Buddies/TooLate");

    /// <summary>The person asked says no.</summary>
    public Task<IActionResult> OnPostDeclineAsync(Guid id, string? reason, CancellationToken ct) => ChangeAsync(
        id,
        "declined",
        (pair, now) => pair.Decline(Session.PersonId, reason, now),
        pair => new JourneyEvent.BuddyDeclined(pair.Id, pair.InvitationEventId),
        ct);

    /// <summary>The learner takes the invitation back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => ChangeAsync(
        id,
        "withdrawn",
        (pair, now) => pair.Withdraw(now),
        pair => new JourneyEvent.BuddyInvitationWithdrawn(pair.Id, pair.InvitationEventId),
        ct);

    /// <summary>Either of the two ends the pairing.</summary>
    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken ct) => ChangeAsync(
        id,
        "left",
        (pair, now) => pair.Leave(now),
        pair => new JourneyEvent.BuddyLeft(pair.Id),
        ct);

    private async Task<IActionResult> ChangeAsync(
        Guid id, string done, Func<BuddyPair, DateTimeOffset, bool> apply, Func<BuddyPair, JourneyEvent> what, CancellationToken ct)
    {
        var changed = await writer.WriteAsync(
            async change =>
            {
                await writer.LockAsync(id, ct);
                if (await FindAsync(id, done, ct) is not var (pair, participation) || !apply(pair, change.Now))
                {
                    return false;
                }

                change.Happened(participation, Session.PersonId, what(pair));
                return true;
            },
            ct);
        return changed ? Done("/Buddies/Index", done) : RedirectToPage("/Buddies/TooLate");
    }

    /// <summary>The pairing, if this person may do that with it: learners their own, buddies the ones they were asked for.</summary>
    private async Task<(BuddyPair Pair, Participation Participation)?> FindAsync(Guid id, string done, CancellationToken ct)
    {
        var found = await (
            from pair in db.BuddyPairs
            join participation in db.Participations on pair.ParticipationId equals participation.Id
            where pair.Id == id && participation.JourneyId == JourneyId
            select new { pair, participation }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var (isLearner, isBuddy) = (found.participation.PersonId == Session.PersonId, found.pair.BuddyId == Session.PersonId);
        var may = done switch
        {
            "withdrawn" => isLearner,
            "declined" => isBuddy,
            _ => isLearner || isBuddy,
        };
        return may ? (found.pair, found.participation) : null;
    }
}
