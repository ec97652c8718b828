using System.Globalization;
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
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>Names on a page of the list: as many as can be looked through.</summary>
    public const int Shown = 20;

    /// <summary>
    /// A page of the other active learners with names, in the order of names; the roster is read first when it is stale.
    /// </summary>
    /// <param name="find">Words of a name, or null for everybody: "jurgen gr" finds Jürgen Groß.</param>
    /// <param name="start">The number of a row on the page, from 1; null for the first page.</param>
    /// <param name="culture">How the searching person compares letters.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<Paged<Person>> LearnersAsync(string? find, int? start, CultureInfo culture, CancellationToken ct)
    {
        await sync.RefreshAsync(me.CourseId, ct);
        var all = (
            from enrolment in await ToAskAsync(ct)
            join person in db.People on enrolment.PersonId equals person.Id
            where person.Name != null || person.ChosenName != null
            orderby person.Name ?? person.ChosenName, person.Id
            select person).AsNoTracking();
        if (string.IsNullOrWhiteSpace(find))
        {
            return await all.PageAsync(start, ct, Shown);
        }

        // The databases compare letters each in its own way, and accents not at all: a course's names are few enough to look through here.
        var words = find.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var fitting = new List<Person>();
        await foreach (var person in all.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (words.All(word => culture.CompareInfo.IndexOf(person.DisplayName, word, Loosely) >= 0))
            {
                fitting.Add(person);
            }
        }

        return Paging.PageOf(fitting, start, Shown);
    }

    /// <summary>Whether this person may be asked: what is offered, and nobody else.</summary>
    public async Task<bool> MayAskAsync(Guid personId, CancellationToken ct) =>
        await (await ToAskAsync(ct)).AnyAsync(enrolment => enrolment.PersonId == personId, ct);

    /// <summary>
    /// All whom a learner may ask and who have names, with the groups they are in; the roster is read first when it is stale.
    /// </summary>
    /// <param name="learnerId">The learner.</param>
    /// <param name="groups">The learner's groups, as the LMS told; null where it doesn't tell.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<RosterEntry>> ToAskForAsync(Guid learnerId, string? groups, CancellationToken ct)
    {
        await sync.RefreshAsync(me.CourseId, ct);
        return await (
            from enrolment in (await OthersAsync(learnerId, ct)).InGroupsOf(me, groups)
            join person in db.People on enrolment.PersonId equals person.Id
            where person.Name != null || person.ChosenName != null
            select new RosterEntry(person.Id, enrolment.Groups)).ToListAsync(ct);
    }

    /// <summary>When the list was last read, and why not since.</summary>
    public async Task<RosterAge> AgeAsync(CancellationToken ct) => await db.Courses.AsNoTracking()
        .Where(course => course.Id == me.CourseId)
        .Select(course => new RosterAge(course.RosterReadAt, course.RosterFault)).SingleAsync(ct);

    /// <summary>Whom this person may ask: where the journey keeps to groups, those of the own group.</summary>
    private async Task<IQueryable<Enrolment>> ToAskAsync(CancellationToken ct) => (await OthersAsync(me.PersonId, ct)).InGroupsOf(me);

    /// <summary>
    /// Learners, and staff where the design says so. Where rosters don't tell staff from learners, people are offered once they came in
    /// themselves.
    /// </summary>
    private async Task<IQueryable<Enrolment>> OthersAsync(Guid learnerId, CancellationToken ct)
    {
        var others = db.Enrolments.Where(
            enrolment => enrolment.CourseId == me.CourseId && enrolment.PersonId != learnerId
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

        return others;
    }
}

/// <summary>Somebody of a course.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Groups">The course's groups they are in, as the LMS told; null where it doesn't tell.</param>
internal sealed record RosterEntry(Guid PersonId, string? Groups);

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
