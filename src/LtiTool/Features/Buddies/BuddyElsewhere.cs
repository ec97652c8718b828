using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>
/// Somebody supports a learner of another course on the same platform. There they are no member, so they come in by the guest's door: the
/// same pages, rights and ways out as for a buddy from outside. But the LMS vouches for them, so no mail is needed to open it.
/// </summary>
internal sealed class BuddyElsewhere(
    BuddyDbContext db, BuddyGuests guests, GuestLinks links, GuestSessions sessions, JourneyWriter writer, CurrentSession me,
    TimeProvider clock)
{
    /// <summary>Becomes the buddy of whoever has this code open in another course.</summary>
    /// <param name="code">The code as it is stored.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>False where nobody does, or it is no longer possible.</returns>
    public async Task<bool> AcceptAsync(string code, CancellationToken ct)
    {
        var pairId = await (
            from invitation in db.Invitations
            join pair in OfPlatform() on invitation.GroupId equals pair.Id
            where invitation.Code == code
            orderby invitation.AskedAt descending
            select pair.Id).FirstOrDefaultAsync(ct);
        return await guests.FindAsync(pairId, ct) is { State: GuestAskState.Open } ask && await writer.ChangeAsync(
            Subjects.Of(ask.Learner.ParticipationId).And(me.PersonId), me.Actor, change => AcceptAsync(ask, change, ct), ct);
    }

    /// <summary>The learners of other courses whom this person supports, in the order in which they said yes.</summary>
    public async Task<IReadOnlyList<SupportedElsewhere>> ListAsync(CancellationToken ct)
    {
        if (me.IsDevice)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var rows = await (
            from link in db.GuestLinks
            join pair in OfPlatform() on link.SubjectId equals pair.Id
            join journey in db.Journeys on pair.JourneyId equals journey.Id
            join course in db.Courses on journey.CourseId equals course.Id
            join own in db.Participations on pair.OwnerId equals own.Id
            join learner in db.People on own.PersonId equals learner.Id
            where link.PersonId == me.PersonId && link.RevokedAt == null && link.ExpiresAt > now && pair.State == GroupState.Active
            orderby link.ConsentAt
            select new { pair.Id, learner, course.Title }).AsNoTracking().ToListAsync(ct);
        var all = new List<SupportedElsewhere>();
        foreach (var row in rows.DistinctBy(row => row.Id))
        {
            if (await guests.FindAsync(row.Id, ct) is { State: GuestAskState.Accepted })
            {
                all.Add(new(row.Id, row.learner.DisplayName, row.Title));
            }
        }

        return all;
    }

    /// <summary>
    /// Opens what one of them shares, in the window this session is in. Not from a device of the person's own: who signs that out must end
    /// everything that it opened.
    /// </summary>
    /// <returns>The path; null where this person supports nobody there.</returns>
    public async Task<string?> OpenAsync(Guid pairId, HttpContext context, CancellationToken ct) => !me.IsDevice
        && await links.AcceptedAsync(pairId, ct) is { Purpose: GuestPurpose.Buddy } link && link.PersonId == me.PersonId
        && await guests.FindAsync(pairId, ct) is { State: GuestAskState.Accepted }
            ? await sessions.OpenWithinAsync(link, me, context, ct)
            : null;

    private async Task<bool> AcceptAsync(GuestAsk ask, JourneyChange change, CancellationToken ct)
    {
        if (!await guests.AcceptAsync(ask.Scope.SubjectId, me.PersonId, change, ct))
        {
            return false;
        }

        // Nobody is given its token: it stands for the right to come in, and the links in mails are made from it.
        var link = new GuestLink(change.NewId(), SessionSecret.Hash(SessionSecret.New()), ask.Scope, ask.Learner.PersonId, ask.Until);
        link.Accept(me.PersonId, change.Now);
        db.GuestLinks.Add(link);
        return true;
    }

    /// <summary>The buddy pairs of this platform's other courses.</summary>
    private IQueryable<Group> OfPlatform() =>
        from pair in db.Groups
        join journey in db.Journeys on pair.JourneyId equals journey.Id
        join course in db.Courses on journey.CourseId equals course.Id
        where course.PlatformId == me.PlatformId && course.Id != me.CourseId && pair.Kind == GroupKind.BuddyPair
        select pair;
}

/// <summary>A learner of another course whom this person supports.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Course">What the course is called, or null.</param>
internal sealed record SupportedElsewhere(Guid PairId, string Name, string? Course);
