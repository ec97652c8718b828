using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Erases what is known about a guest: name, address, what they wrote. What they vouched for stays counted, by a key that leads to nobody.
/// Of somebody who is in a course too, only the guest goes: who they are there is not the mailbox's business.
/// </summary>
internal sealed class GuestErasure(BuddyDbContext db, JourneyWriter writer, GuestPurposes purposes)
{
    /// <summary>Whether there is anything that only a guest brought along.</summary>
    public async Task<bool> HasAnythingAsync(Guid personId, CancellationToken ct) =>
        await IsGuestAloneAsync(personId, ct) && await db.Accounts.AnyAsync(account => account.PersonId == personId, ct);

    /// <summary>Ends everything the guest was asked for, closes every door, and forgets.</summary>
    public async Task EraseAsync(Guid personId, CancellationToken ct)
    {
        var links = await db.GuestLinks.AsNoTracking()
            .Where(link => link.PersonId == personId && link.RevokedAt == null).ToListAsync(ct);
        var standing = new List<GuestAsk>();
        foreach (var scope in links.Select(link => link.Scope).Distinct())
        {
            if (await purposes.FindAsync(scope, ct) is { State: GuestAskState.Accepted } ask)
            {
                standing.Add(ask);
            }
        }

        await writer.ChangeAsync(
            Subjects.Of(standing.Select(ask => ask.Learner.ParticipationId)).And(personId),
            new Actor(personId),
            change => EraseAsync(personId, standing, change, ct),
            ct);
    }

    private async Task<bool> EraseAsync(Guid personId, IReadOnlyList<GuestAsk> standing, JourneyChange change, CancellationToken ct)
    {
        foreach (var scope in standing.Select(ask => ask.Scope))
        {
            await purposes.Of(scope.Purpose).LeaveAsync(scope.SubjectId, personId, change, ct);
        }

        await db.GuestLinks.Where(link => link.PersonId == personId && link.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, change.Now), ct);
        if (await IsGuestAloneAsync(personId, ct))
        {
            await ForgetAsync(personId, ct);
        }

        return true;
    }

    private async Task ForgetAsync(Guid personId, CancellationToken ct)
    {
        await db.Attestations.Where(said => said.PersonId == personId)
            .ExecuteUpdateAsync(set => set.SetProperty(said => said.Words, ""), ct);
        await db.PairNotes.Where(note => note.AuthorId == personId).ExecuteDeleteAsync(ct);
        var pairs = db.Memberships.Where(member => member.PersonId == personId && member.Part == GroupPart.Buddy)
            .Select(member => member.GroupId);
        await db.Talks.Where(talk => pairs.Contains(talk.PairId)).ExecuteUpdateAsync(
            set => set.SetProperty(talk => talk.Asked, (string?)null).SetProperty(talk => talk.Place, (string?)null), ct);
        await db.Messages.Where(message => message.PersonId == personId).ExecuteDeleteAsync(ct);
        await db.MessagePreferences.Where(said => said.PersonId == personId).ExecuteDeleteAsync(ct);
        await db.Accounts.Where(account => account.PersonId == personId).ExecuteDeleteAsync(ct);
        await db.People.Where(person => person.Id == personId).ExecuteUpdateAsync(
            set => set
                .SetProperty(person => person.Name, (string?)null)
                .SetProperty(person => person.ChosenName, (string?)null)
                .SetProperty(person => person.Email, (string?)null)
                .SetProperty(person => person.Locale, (string?)null)
                .SetProperty(person => person.TimeZone, (string?)null),
            ct);
    }

    private async Task<bool> IsGuestAloneAsync(Guid personId, CancellationToken ct) =>
        !await db.Accounts.AnyAsync(account => account.PersonId == personId && account.Kind == AccountKind.Lms, ct);
}
