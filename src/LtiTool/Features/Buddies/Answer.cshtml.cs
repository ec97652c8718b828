using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>What becomes of an invitation or a pair: accepted, declined, taken back, ended.</summary>
[OfTheme(typeof(BuddiesSection))]
public sealed class AnswerModel(BuddyDbContext db, JourneyWriter writer, BuddyAcceptance acceptance, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the buttons.</summary>
    public IActionResult OnGet() => RedirectToPage("/Buddies/Index");

    /// <summary>The person asked says yes.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken ct) =>
        await acceptance.AcceptAsync(invitation => invitation.GroupId == id && invitation.PersonId == Session.PersonId, ct)
            ? Done("/Buddies/Index", "buddies.done-accepted")
            : RedirectToPage("/Buddies/TooLate");

    /// <summary>The person asked says no.</summary>
    public Task<IActionResult> OnPostDeclineAsync(Guid id, string? reason, CancellationToken ct) => ChangeAsync(
        id,
        "buddies.done-declined",
        (pair, change) => pair.Invitation.Decline(change.Actor.PersonId, reason, change.Now) && pair.Group.End(change.Now)
            ? new BuddyDeclined(id, pair.Invitation.EventId)
            : null,
        ct);

    /// <summary>The learner takes the invitation back.</summary>
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) => ChangeAsync(
        id,
        "buddies.done-withdrawn",
        (pair, change) => pair.LearnerId == change.Actor.PersonId && pair.Invitation.Withdraw(change.Now) && pair.Group.End(change.Now)
            ? new BuddyInvitationWithdrawn(id, pair.Invitation.EventId)
            : null,
        ct);

    /// <summary>Either of the two ends the pair.</summary>
    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken ct) => ChangeAsync(
        id,
        "buddies.done-left",
        (pair, change) => pair.Group.State == GroupState.Active
            && pair.Group.Present.Any(member => member.PersonId == change.Actor.PersonId) && pair.Group.End(change.Now)
            ? new BuddyLeft(id)
            : null,
        ct);

    private async Task<IActionResult> ChangeAsync(
        Guid id, string done, Func<BuddyPair, JourneyChange, JourneyEvent?> decide, CancellationToken ct)
    {
        if (await BuddyPair.OwnerOfAsync(db, id, JourneyId, ct) is not { } owner)
        {
            return RedirectToPage("/Buddies/TooLate");
        }

        var changed = await writer.ChangeAsync(
            Subjects.Of(owner),
            Session.Actor,
            async change =>
            {
                if (await BuddyPair.FindAsync(db, id, ct) is not { } pair || decide(pair, change) is not { } what)
                {
                    return false;
                }

                change.Happened(owner, what);
                return true;
            },
            ct);
        return changed ? Done("/Buddies/Index", done) : RedirectToPage("/Buddies/TooLate");
    }
}
