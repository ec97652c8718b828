using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Where somebody from outside the course answers what they were asked. The link proves that they read mail at the address it was sent to:
/// with a yes, it becomes theirs.
/// </summary>
internal sealed class GuestDoor(BuddyDbContext db, JourneyWriter writer, GuestLinks links, GuestPurposes purposes, TimeProvider clock)
{
    /// <summary>Who stands at the door with a token; null when it is none. Changes nothing.</summary>
    public async Task<GuestVisit?> FindAsync(string token, CancellationToken ct) =>
        await links.FindAsync(token, ct) is { } link && await purposes.FindAsync(link.Scope, ct) is { } ask
            ? new(link, ask, link.IsOpen(clock.GetUtcNow()))
            : null;

    /// <summary>The guest says yes, and what to call them.</summary>
    /// <param name="visit">Who stands at the door.</param>
    /// <param name="introduced">What they tell about themselves.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>False when it was taken back meanwhile, or they support as many people as they may.</returns>
    public async Task<bool> AcceptAsync(GuestVisit visit, GuestIntroduction introduced, CancellationToken ct)
    {
        if (visit is not { IsAsked: true, Ask: { Address: { } address } ask })
        {
            return false;
        }

        var known = await PersonAtAsync(address, ct);
        var guest = new Guest(known ?? ask.GuestId, known is null, address, introduced);
        return await writer.ChangeAsync(
            Subjects.Of(ask.Learner.ParticipationId).And(guest.Id),
            new Actor(guest.Id),
            change => AcceptAsync(visit, guest, change, ct),
            ct);
    }

    /// <summary>The guest says no.</summary>
    /// <returns>False when it was settled meanwhile.</returns>
    public async Task<bool> DeclineAsync(GuestVisit visit, string? reason, CancellationToken ct) => visit.IsAsked
        && await writer.ChangeAsync(
            Subjects.Of(visit.Ask.Learner.ParticipationId),
            new Actor(visit.Ask.GuestId),
            change => purposes.Of(visit.Link.Purpose).DeclineAsync(visit.Link.SubjectId, reason, change, ct),
            ct);

    /// <summary>A guest stops doing what they were asked for: the door closes with it.</summary>
    public async Task LeaveAsync(GuestScope scope, Guid personId, CancellationToken ct)
    {
        if (await purposes.FindAsync(scope, ct) is { State: GuestAskState.Accepted } ask)
        {
            await writer.ChangeAsync(
                Subjects.Of(ask.Learner.ParticipationId),
                new Actor(personId),
                change => purposes.Of(scope.Purpose).LeaveAsync(scope.SubjectId, personId, change, ct),
                ct);
        }
    }

    private async Task<bool> AcceptAsync(GuestVisit visit, Guest guest, JourneyChange change, CancellationToken ct)
    {
        // The address may have become somebody's since it was looked up: then the page is pressed once more, as that person.
        if (await PersonAtAsync(guest.Address, ct) is { } owner ? owner != guest.Id : !guest.IsNew)
        {
            return false;
        }

        // The same was asked by each mail, and the answer is given once for all of them.
        var all = await db.GuestLinks.Where(link => link.SubjectId == visit.Link.SubjectId && link.RevokedAt == null).ToListAsync(ct);
        if (all.Find(link => link.Id == visit.Link.Id)?.IsOpen(change.Now) != true
            || !await purposes.Of(visit.Link.Purpose).AcceptAsync(visit.Link.SubjectId, guest.Id, change, ct))
        {
            return false;
        }

        all.ForEach(link => link.Accept(guest.Id, change.Now));
        await RememberAsync(guest, change, ct);
        return true;
    }

    private async Task RememberAsync(Guest guest, JourneyChange change, CancellationToken ct)
    {
        var person = guest.IsNew
            ? db.People.Add(new Person(guest.Id) { Locale = guest.Introduced.Locale }).Entity
            : await db.People.SingleAsync(known => known.Id == guest.Id, ct);
        person.TimeZone ??= guest.Introduced.TimeZone;
        person.CallMe(guest.Introduced.Name);
        if (guest.IsNew)
        {
            db.Accounts.Add(Account.ByEmail(change.NewId(), guest.Id, guest.Address, change.Now));
        }
    }

    private Task<Guid?> PersonAtAsync(string address, CancellationToken ct) => db.Accounts
        .Where(account => account.Kind == AccountKind.Email && account.Name == address)
        .Select(account => (Guid?)account.PersonId).SingleOrDefaultAsync(ct);

    /// <summary>Who the guest is.</summary>
    private sealed record Guest(Guid Id, bool IsNew, string Address, GuestIntroduction Introduced);
}

/// <summary>What a guest tells about themselves with their yes.</summary>
/// <param name="Name">A name somebody can read.</param>
/// <param name="Locale">The language of the page, for what is sent to them later.</param>
/// <param name="TimeZone">IANA name of the zone their browser is in, for the times they read; or null.</param>
internal sealed record GuestIntroduction(string Name, string Locale, string? TimeZone);

/// <summary>Somebody with a guest link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Ask">What they were asked.</param>
/// <param name="IsLinkOpen">Whether the link opens anything.</param>
internal sealed record GuestVisit(GuestLink Link, GuestAsk Ask, bool IsLinkOpen)
{
    /// <summary>Whether an answer is waited for.</summary>
    public bool IsAsked => IsLinkOpen && Ask.State == GuestAskState.Open;

    /// <summary>Whether it lets its guest in.</summary>
    public bool IsLetIn => IsLinkOpen && Ask.State == GuestAskState.Accepted && Link.PersonId is not null;
}
