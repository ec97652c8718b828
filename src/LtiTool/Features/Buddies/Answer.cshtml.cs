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
        ct,
        reason);

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
        async (pair, change) => pair.Group.Present.Any(member => member.PersonId == change.Actor.PersonId)
            && await PairEnd.EndAsync(db, pair.Group, change, ct),
        ct);

    /// <summary>The learner asks a buddy again who has been silent.</summary>
    public Task<IActionResult> OnPostAskAgainAsync(Guid id, CancellationToken ct) => ChangeAsync(
        id,
        "buddies.done-asked-again",
        (pair, change) => pair.LearnerId == change.Actor.PersonId && pair.Group.State == GroupState.Active
            && change.Learner(pair.Group.OwnerId!.Value) is { } learner && learner.Design.Find<BuddiesSection>() is { } section
            && learner.Progress.Of<BuddyProgress>().IsSilent(section, change.Now)
            ? new BuddyAskedAgain(id)
            : null,
        ct);

    /// <summary>The learner says whether facilitators see who the buddy is.</summary>
    public Task<IActionResult> OnPostShowNameAsync(Guid id, bool isShown, CancellationToken ct) => ChangeAsync(
        id,
        isShown ? "buddies.done-name-shown" : "buddies.done-name-hidden",
        (pair, change) => pair.LearnerId == change.Actor.PersonId && pair.Group.State == GroupState.Active
            ? new BuddyNameShown(id, isShown)
            : null,
        ct);

    private Task<IActionResult> ChangeAsync(
        Guid id, string done, Func<BuddyPair, JourneyChange, JourneyEvent?> decide, CancellationToken ct,
        string? words = null) => ChangeAsync(
        id,
        done,
        (pair, change) =>
        {
            if (decide(pair, change) is not { } what)
            {
                return Task.FromResult(false);
            }

            change.Happened(pair.Group.OwnerId!.Value, what);
            return Task.FromResult(true);
        },
        ct,
        words);

    private async Task<IActionResult> ChangeAsync(
        Guid id, string done, Func<BuddyPair, JourneyChange, Task<bool>> work, CancellationToken ct, string? words = null)
    {
        var changed = await BuddyPair.OwnerOfAsync(db, id, JourneyId, ct) is { } owner && await writer.ChangeAsync(
            Subjects.Of(owner),
            Session.Actor,
            async change => await BuddyPair.FindAsync(db, id, ct) is { } pair && await work(pair, change),
            ct);
        return changed ? Done("/Buddies/Index", done)
            : CleanText.IsVisible(words) ? new Overtaken("buddies.too-late", "shared.back", Url.Page("/Buddies/Index")!)
            : RedirectToPage("/Buddies/TooLate");
    }
}
