using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>How many mails with guest links go to one address and out by one learner, and new links for guests who lost theirs.</summary>
internal sealed class GuestMails(BuddyDbContext db, JourneyWriter writer, OutboxSignal outbox)
{
    /// <summary>So many mails a day at most to one address, whoever asks for them; and as many invitations by one learner.</summary>
    public const int MostADay = 5;

    /// <summary>Keeps changes about one address apart.</summary>
    public static Guid KeyOf(string address) => DerivedId.From(Guid.Empty, $"guest address {address}");

    /// <summary>Whether a learner may have another invitation sent to an address today.</summary>
    /// <param name="participationId">The learner's participation.</param>
    /// <param name="address">In lower case.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Stops.</param>
    public async Task<bool> MayInviteAsync(Guid participationId, string address, DateTimeOffset now, CancellationToken ct)
    {
        var own = db.Groups.Where(group => group.OwnerId == participationId).Select(group => group.Id)
            .Union(db.WitnessRequests.Where(request => request.ParticipationId == participationId).Select(request => request.Id))
            .Union(db.ViewRequests.Where(request => request.ParticipationId == participationId).Select(request => request.Id));
        return await CountAsync(Behind(address), now, ct) < MostADay && await CountAsync(own, now, ct) < MostADay;
    }

    /// <summary>
    /// Sends a new link for everything that the reader of an address was asked for. Where nobody is known at the address, a delivery to
    /// nobody is noted: so the time it takes to answer says nothing either.
    /// </summary>
    public async Task SendNewLinkAsync(string address, CancellationToken ct)
    {
        await writer.ChangeAsync(
            Subjects.None.And(KeyOf(address)),
            Actor.Tool,
            async change =>
            {
                var left = MostADay - await CountAsync(Behind(address), change.Now, ct);
                var standing = await Standing(address, change.Now).OrderBy(id => id).Take(Math.Max(left, 0)).ToListAsync(ct);
                db.Deliveries.AddRange(
                    standing.DefaultIfEmpty(Guid.Empty).Select(subject => GuestMailDelivery.About(subject, change.NewId(), change.Now)));
                return true;
            },
            ct);
        outbox.Wake();
    }

    private Task<int> CountAsync(IQueryable<Guid> subjects, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-1);
        return db.Deliveries.CountAsync(
            row => subjects.Contains(row.SubjectId) && row.Kind == DeliveryKind.GuestLink && row.CreatedAt > since, ct);
    }

    /// <summary>Everything that was asked at an address lately, or that its reader said yes to.</summary>
    private IQueryable<Guid> Behind(string address) => db.Invitations
        .Where(invitation => invitation.Address == address).Select(invitation => invitation.GroupId)
        .Union(db.WitnessRequests.Where(request => request.Address == address).Select(request => request.Id))
        .Union(db.ViewRequests.Where(request => request.Address == address).Select(request => request.Id))
        .Union(OfReader(address).Select(link => link.SubjectId));

    /// <summary>What is still open or goes on.</summary>
    private IQueryable<Guid> Standing(string address, DateTimeOffset now) => db.Invitations
        .Where(invitation => invitation.Address == address && invitation.ExpiresAt > now
            && (invitation.State == InvitationState.Asked || invitation.State == InvitationState.Reminded))
        .Select(invitation => invitation.GroupId)
        .Union(db.WitnessRequests
            .Where(request => request.Address == address && request.ExpiresAt > now && request.State == WitnessState.Asked)
            .Select(request => request.Id))
        .Union(db.ViewRequests
            .Where(request => request.Address == address && request.ExpiresAt > now && request.State == ViewRequestState.Asked)
            .Select(request => request.Id))
        .Union(OfReader(address).Where(link => link.RevokedAt == null && link.ExpiresAt > now).Select(link => link.SubjectId));

    private IQueryable<GuestLink> OfReader(string address) =>
        from account in db.Accounts
        join link in db.GuestLinks on (Guid?)account.PersonId equals link.PersonId
        where account.Kind == AccountKind.Email && account.Name == address
        select link;
}
