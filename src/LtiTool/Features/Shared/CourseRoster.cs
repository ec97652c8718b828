using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Who else is in the course and can be asked.</summary>
internal sealed class CourseRoster(BuddyDbContext db, RosterSync sync, IPlatformDirectory platforms, CurrentSession me)
{
    private const int MostShown = 1000;

    /// <summary>
    /// The other active learners with names, in the order of names, the first thousand of them; the roster is read first when it is stale.
    /// </summary>
    public async Task<Paged<Person>> LearnersAsync(CancellationToken ct)
    {
        await sync.RefreshAsync(me.CourseId, ct);
        return await (
            from enrolment in await ToAskAsync(ct)
            join person in db.People on enrolment.PersonId equals person.Id
            where person.Name != null || person.ChosenName != null
            orderby person.Name ?? person.ChosenName, person.Id
            select person).AsNoTracking().PageAsync(null, ct, MostShown);
    }

    /// <summary>Whether this person may be asked: what is offered, and nobody else.</summary>
    public async Task<bool> MayAskAsync(Guid personId, CancellationToken ct) =>
        await (await ToAskAsync(ct)).AnyAsync(enrolment => enrolment.PersonId == personId, ct);

    /// <summary>When the list was last read, and why not since.</summary>
    public async Task<RosterAge> AgeAsync(CancellationToken ct) => await db.Courses.AsNoTracking()
        .Where(course => course.Id == me.CourseId)
        .Select(course => new RosterAge(course.RosterReadAt, course.RosterFault)).SingleAsync(ct);

    /// <summary>
    /// Learners, and staff where the design says so. Where rosters don't tell staff from learners, people are offered once they came in
    /// themselves; where the journey keeps to groups, those of the own group.
    /// </summary>
    private async Task<IQueryable<Enrolment>> ToAskAsync(CancellationToken ct)
    {
        var others = db.Enrolments.Where(
            enrolment => enrolment.CourseId == me.CourseId && enrolment.PersonId != me.PersonId
                && enrolment.IsActive && !enrolment.IsTestUser);
        if (me.Design?.Find<BuddiesSection>() is { OffersStaff: true })
        {
            others = others.Where(enrolment => enrolment.Role == EnrolmentRole.Learner
                || enrolment.Role == EnrolmentRole.TeachingAssistant || enrolment.Role == EnrolmentRole.Instructor);
        }
        else
        {
            var platform = await platforms.FindAsync(me.PlatformId, ct);
            var isSure = platform is null || RosterClient.TellsStaffApart(platform);
            others = others.Where(enrolment => enrolment.Role == EnrolmentRole.Learner && (isSure || enrolment.RoleFromLaunch));
        }

        return others.InGroupsOf(me);
    }
}

/// <summary>How old the list of a course's people is.</summary>
/// <param name="ReadAt">When it was last read to its end, UTC, or null for never.</param>
/// <param name="Fault">Why not since, or null.</param>
public sealed record RosterAge(DateTimeOffset? ReadAt, RosterFault? Fault)
{
    /// <summary>The id of the sentence that says why.</summary>
    public string? Why => Fault is { } fault ? WordOf(fault) : null;

    private static string WordOf(RosterFault fault) => fault switch
    {
        RosterFault.NotOffered => "shared.roster-not-offered",
        RosterFault.NoAnswer => "shared.roster-no-answer",
        RosterFault.Unreadable => "shared.roster-unreadable",
        RosterFault.Blocked => "shared.roster-blocked",
    };
}
