using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
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
            select new
            {
                pair.Id,
                learner,
                course.Title,
                IsWaiting = db.Attention.Any(row => row.ParticipationId == own.Id && row.Audience == AttentionAudience.Person
                        && row.PersonId == me.PersonId)
                    || db.Messages.Any(row => row.ParticipationId == own.Id && row.PersonId == me.PersonId
                        && row.IsInInbox && row.ReadAt == null),
            }).AsNoTracking().ToListAsync(ct);
        var standing = (await guests.FindAsync(rows.ConvertAll(row => row.Id), ct))
            .Where(ask => ask.State == GuestAskState.Accepted).Select(ask => ask.Scope.SubjectId).ToHashSet();
        return
        [
            .. rows.DistinctBy(row => row.Id).Where(row => standing.Contains(row.Id))
                .Select(row => new SupportedElsewhere(row.Id, row.learner.DisplayName, row.Title, row.IsWaiting)),
        ];
    }

    /// <summary>
    /// Opens what one of them shares, in the window this session is in. Not from a device of the person's own: who signs that out must end
    /// everything that it opened.
    /// </summary>
    /// <returns>The path; null where this person supports nobody there.</returns>
    public async Task<string?> OpenAsync(Guid pairId, HttpContext context, CancellationToken ct)
    {
        if (me.IsDevice || await links.AcceptedAsync(pairId, ct) is not { Purpose: GuestPurpose.Buddy } link || link.PersonId != me.PersonId
            || await guests.FindAsync(pairId, ct) is not { State: GuestAskState.Accepted } ask)
        {
            return null;
        }

        await ReadAsync(ask.Learner.ParticipationId, ct);
        return await sessions.OpenWithinAsync(link, me, context, ct);
    }

    /// <summary>What was new of a learner is on the page that opens: it is new no longer.</summary>
    private Task ReadAsync(Guid participation, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None,
        me.Actor,
        change => db.Messages.Where(row => row.PersonId == me.PersonId && row.ParticipationId == participation && row.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, change.Now), ct),
        ct);

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
/// <param name="IsWaiting">Whether anything of theirs waits for this person, or is new.</param>
internal sealed record SupportedElsewhere(Guid PairId, string Name, string? Course, bool IsWaiting);
