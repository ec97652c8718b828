using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A learner invites a learning buddy, by name or by a code.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class InviteModel(BuddyDbContext db, JourneyWriter writer, CourseRoster roster, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the form.</summary>
    public IActionResult OnGet() => RedirectToPage("/Buddies/Index");

    /// <summary>Invites somebody of the course.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken ct) => await roster.MayAskAsync(person, ct)
        ? await InviteAsync(person, code: null, ct)
        : RedirectToPage("/Buddies/Index");

    /// <summary>Opens an invitation for whoever has the code.</summary>
    public Task<IActionResult> OnPostCodeAsync(CancellationToken ct) =>
        InviteAsync(buddyId: null, InvitationCode.From(RandomNumberGenerator.GetBytes(8)), ct);

    private async Task<IActionResult> InviteAsync(Guid? buddyId, string? code, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        await writer.ChangeAsync(Subjects.Of(own), Session.Actor, change => InviteAsync(own, buddyId, code, change, ct), ct);
        return Done("/Buddies/Index", "buddies.done-invited");
    }

    private async Task<bool> InviteAsync(Guid own, Guid? buddyId, string? code, JourneyChange change, CancellationToken ct)
    {
        if (change.Learner(own) is not { } learner || !await EndLapsedAsync(own, change, ct))
        {
            return false;
        }

        var until = change.Now.AddDays(learner.Design.Find<BuddiesSection>()!.ExpireAfterDays);
        var pair = new Group(change.NewId(), GroupKind.BuddyPair, JourneyId, own, change.Now);
        pair.Join(Session.PersonId, GroupPart.Learner, change.Now);
        var invited = new BuddyInvited(pair.Id, change.NewId(), buddyId, until);
        var recorded = change.Happened(own, invited);
        db.Groups.Add(pair);
        db.Invitations.Add(
            new Invitation(invited.InvitationId, pair.Id, GroupPart.Buddy, new Asked(buddyId, code, until), recorded.Id, change.Now));
        return true;
    }

    /// <summary>An invitation that has run out makes room for the next.</summary>
    /// <returns>False when there is a buddy, or an invitation that is still open: it stands, whoever pressed first.</returns>
    private async Task<bool> EndLapsedAsync(Guid own, JourneyChange change, CancellationToken ct)
    {
        var standing = await db.Groups
            .Where(pair => pair.OwnerId == own && pair.Kind == GroupKind.BuddyPair && pair.State != GroupState.Ended)
            .Select(pair => pair.Id).ToListAsync(ct);
        foreach (var id in standing)
        {
            if (await BuddyPair.FindAsync(db, id, ct) is not { } pair || !pair.Invitation.Expire(change.Now) || !pair.Group.End(change.Now))
            {
                return false;
            }

            change.Happened(own, new BuddyInvitationExpired(id, pair.Invitation.EventId));

            // The filtered unique index lets the next one in only once this one is over.
            await db.SaveChangesAsync(ct);
        }

        return true;
    }
}
