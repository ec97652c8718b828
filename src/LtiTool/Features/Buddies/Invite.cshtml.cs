using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A learner invites a learning buddy: by name, by a code, or by mail.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class InviteModel(
    BuddyDbContext db, JourneyWriter writer, CourseRoster roster, GuestMails mails, SealedWords words, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the form.</summary>
    public IActionResult OnGet() => RedirectToPage("/Buddies/Index");

    /// <summary>Invites somebody of the course, with the learner's own words where there are some.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, string? message, CancellationToken ct)
    {
        if (!await roster.MayAskAsync(person, ct))
        {
            return Late(message);
        }

        var said = CleanText.Cut(CleanText.Of(message).Trim(), Invitation.LongestWords);
        return await InviteAsync(new Asked(person, null, default) { Words = CleanText.IsVisible(said) ? said : null }, ct);
    }

    /// <summary>Opens an invitation for whoever has the code.</summary>
    public Task<IActionResult> OnPostCodeAsync(CancellationToken ct) =>
        InviteAsync(new Asked(null, InvitationCode.From(RandomNumberGenerator.GetBytes(8)), default), ct);

    /// <summary>Invites somebody outside the course, by mail and in the learner's own words.</summary>
    public async Task<IActionResult> OnPostMailAsync(string? address, string? message, CancellationToken ct)
    {
        var letter = await MailInvitation.ReadAsync(db, Session, address, message, ct);
        if (letter.Fault is { } fault)
        {
            return Again(address, message, fault);
        }

        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        var asked = new Asked(null, null, default) { Address = letter.Address, Words = letter.Words };
        var sent = await writer.ChangeAsync(
            Subjects.Of(own).And(GuestMails.KeyOf(letter.Address)),
            Session.Actor,
            async change => await mails.MayInviteAsync(own, letter.Address, change.Now, ct)
                ? await InviteAsync(own, asked, change, ct)
                : null,
            ct);
        return sent is { } isSent ? Invited(isSent, message) : Again(address, message, MailFault.TooOften);
    }

    /// <summary>Back to the form, with what was typed.</summary>
    private RedirectToPageResult Again(string? address, string? message, MailFault fault) =>
        RedirectToPage("/Buddies/Index", MailForm.Carried(words, id: null, address, message, fault));

    private async Task<IActionResult> InviteAsync(Asked asked, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        var isDone = await writer.ChangeAsync(Subjects.Of(own), Session.Actor, change => InviteAsync(own, asked, change, ct), ct);
        return Invited(isDone == true, asked.Words);
    }

    private IActionResult Invited(bool isDone, string? words) => isDone ? Done("/Buddies/Index", "buddies.done-invited") : Late(words);

    /// <summary>Another invitation was first, or this person can't be asked any more. No word is lost.</summary>
    private IActionResult Late(string? words) => CleanText.IsVisible(words)
        ? new Overtaken("buddies.asked-meanwhile", "shared.back", Url.Page("/Buddies/Index")!)
        : RedirectToPage("/Buddies/Index");

    /// <returns>False when somebody is asked already, or is the buddy; never null.</returns>
    private async Task<bool?> InviteAsync(Guid own, Asked asked, JourneyChange change, CancellationToken ct)
    {
        if (change.Learner(own) is not { } learner || !await EndLapsedAsync(own, change, ct))
        {
            return false;
        }

        var until = change.Now.AddDays(learner.Design.Find<BuddiesSection>()!.ExpireAfterDays);
        var pair = new Group(change.NewId(), GroupKind.BuddyPair, JourneyId, own, change.Now);
        pair.Join(Session.PersonId, GroupPart.Learner, change.Now);
        var id = change.NewId();
        var invited = new BuddyInvited(pair.Id, id, asked.PersonId, until)
        {
            GuestId = asked.Address is null ? null : Invitation.GuestIdOf(id),
        };
        var recorded = change.Happened(own, invited);
        db.Groups.Add(pair);
        db.Invitations.Add(new Invitation(id, pair.Id, GroupPart.Buddy, asked with { Until = until }, recorded.Id, change.Now));
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
