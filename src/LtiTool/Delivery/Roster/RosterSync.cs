using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Brings a course's people up to date from the LMS's roster (NRPS). People who left keep their history.</summary>
internal sealed partial class RosterSync(
    BuddyDbContext db, WriteGate gate, JourneyWriter writer, IPlatformDirectory platforms, RosterClient client, RosterPauses pauses,
    TimeProvider clock, ILogger<RosterSync> logger)
{
    /// <summary>A roster younger than this is not read again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Reads the roster when it is stale; one that is hidden, can't be reached, or names nobody leaves things as they are, and why is
    /// noted.
    /// </summary>
    public async Task RefreshAsync(Guid courseId, CancellationToken ct)
    {
        var course = await db.Courses.AsNoTracking().SingleAsync(course => course.Id == courseId, ct);
        if (course.RosterReadAt > clock.GetUtcNow() - Fresh || pauses.IsPausing(courseId)
            || await platforms.FindAsync(course.PlatformId, ct) is not { } platform)
        {
            return;
        }

        if (course.MembershipsUrl is null || platform.Status != PlatformStatus.Active)
        {
            await NoteAsync(course, course.MembershipsUrl is null ? RosterFault.NotOffered : RosterFault.Blocked, ct);
            return;
        }

        try
        {
            var roster = await client.ReadAsync(platform, new Uri(course.MembershipsUrl), role: null, ct);
            await KeepAsync(course, roster, ct);
            if (roster is { IsComplete: false } or { Members.Count: 0 })
            {
                pauses.Begin(courseId, null);
                Log.NotRead(logger, courseId, "it names nobody, or does not end");
            }
        }
        catch (LtiServiceException failure)
        {
            pauses.Begin(courseId, failure.RetryAfter);
            Log.NotRead(logger, courseId, failure.Message);
            await NoteAsync(course, failure.MayRetry ? RosterFault.NoAnswer : RosterFault.NotOffered, ct);
        }
    }

    private async Task NoteAsync(Course course, RosterFault? fault, CancellationToken ct)
    {
        if (course.RosterFault != fault)
        {
            using var turn = await gate.EnterAsync(ct);
            await db.Courses.Where(row => row.Id == course.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RosterFault, fault), ct);
        }
    }

    private Task<bool> KeepAsync(Course course, CourseRoster roster, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work($"roster {course.Id:N}"),
        Actor.Tool,
        async change =>
        {
            var members = roster.Members.DistinctBy(member => member.Subject).ToDictionary(member => member.Subject);
            var people = await PeopleAsync(course, members.Keys, ct);
            var enrolments = await db.Enrolments.Where(enrolment => enrolment.CourseId == course.Id)
                .ToDictionaryAsync(enrolment => enrolment.PersonId, ct);
            foreach (var member in members.Values)
            {
                Keep(course, member, people, enrolments, change);
            }

            if (roster.IsComplete && members.Count > 0)
            {
                EndAbsent(members.Values, people, enrolments);
                await ForgetNamesAsync(course, members.Values, people, ct);
            }

            await NoteReadAsync(course, roster, change.Now, ct);
            return true;
        },
        ct);

    private async Task<Dictionary<string, Person>> PeopleAsync(Course course, IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        var rows = await (
            from account in db.Accounts
            join person in db.People on account.PersonId equals person.Id
            where account.PlatformId == course.PlatformId && subjects.Contains(account.Name)
            select new { account.Name, person }).ToListAsync(ct);
        return rows.ToDictionary(row => row.Name, row => row.person);
    }

    /// <summary>Only a roster that was read to its end, and names somebody, counts as read.</summary>
    private async Task NoteReadAsync(Course course, CourseRoster roster, DateTimeOffset now, CancellationToken ct)
    {
        var isNew = roster is { IsComplete: true, Members.Count: > 0 };
        var (readAt, fault) = isNew ? (now, null) : (course.RosterReadAt, (RosterFault?)RosterFault.Unreadable);
        var toldAt = roster.Members.Any(member => member.Names.Name is not null) ? now : isNew ? null : course.NamesToldAt;
        await db.Courses.Where(row => row.Id == course.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.RosterReadAt, readAt).SetProperty(row => row.RosterFault, fault)
                .SetProperty(row => row.NamesToldAt, toldAt),
            ct);
    }

    /// <summary>
    /// Where the LMS has stopped telling names, those it told are forgotten, unless another course of the person still has them: they will
    /// be asked what to be called. A roster that names some tells nothing of the others.
    /// </summary>
    private async Task ForgetNamesAsync(
        Course course, IReadOnlyCollection<RosterMember> members, Dictionary<string, Person> people, CancellationToken ct)
    {
        var hidesNames = members.All(member => member.Names.Name is null);
        var hidesEmail = members.All(member => member.Names.Email is null);
        if (course.NamesToldAt is null || !hidesNames)
        {
            return;
        }

        var ids = people.Values.Select(person => person.Id).ToList();
        var told = await (
            from enrolment in db.Enrolments
            join other in db.Courses on enrolment.CourseId equals other.Id
            where ids.Contains(enrolment.PersonId) && enrolment.IsActive && other.Id != course.Id && other.NamesToldAt != null
            select enrolment.PersonId).ToListAsync(ct);
        foreach (var person in people.Values.Where(person => !told.Contains(person.Id)))
        {
            person.Name = null;
            person.Email = hidesEmail ? null : person.Email;
        }
    }

    /// <summary>Only a roster read to its end tells who left; one that names nobody tells nothing.</summary>
    private static void EndAbsent(
        IReadOnlyCollection<RosterMember> members, Dictionary<string, Person> people, Dictionary<Guid, Enrolment> enrolments)
    {
        var present = members.Where(member => member.Status == RosterStatus.Active).Select(member => people[member.Subject].Id).ToHashSet();
        foreach (var gone in enrolments.Values
            .Where(enrolment => !present.Contains(enrolment.PersonId) && enrolment.Role == EnrolmentRole.Learner))
        {
            gone.IsActive = false;
        }
    }

    private void Keep(
        Course course, RosterMember member, Dictionary<string, Person> people, Dictionary<Guid, Enrolment> enrolments, JourneyChange change)
    {
        if (!people.TryGetValue(member.Subject, out var person))
        {
            person = new Person(change.NewId());
            people[member.Subject] = person;
            db.People.Add(person);
            db.Accounts.Add(Account.AtPlatform(change.NewId(), person.Id, course.PlatformId, member.Subject));
        }

        person.Name = Person.NameFrom(member.Names.Name) ?? person.Name;
        person.Email = member.Names.Email ?? person.Email;
        if (!enrolments.TryGetValue(person.Id, out var enrolment))
        {
            enrolment = new Enrolment(course.Id, person.Id, Role(member.Role));
            enrolments[person.Id] = enrolment;
            db.Enrolments.Add(enrolment);
        }

        // Rosters and launches name roles by different rules; what the person's own launch said wins.
        enrolment.Role = enrolment.RoleFromLaunch ? enrolment.Role : Role(member.Role);
        enrolment.IsActive = member.Status == RosterStatus.Active;
        enrolment.IsTestUser |= member.IsTestUser;
    }

    private static EnrolmentRole Role(CourseRole role) => role switch
    {
        CourseRole.Guest => EnrolmentRole.Guest,
        CourseRole.Mentor => EnrolmentRole.Mentor,
        CourseRole.Learner => EnrolmentRole.Learner,
        CourseRole.Designer => EnrolmentRole.Designer,
        CourseRole.TeachingAssistant => EnrolmentRole.TeachingAssistant,
        CourseRole.Instructor => EnrolmentRole.Instructor,
    };

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Warning, "The roster of course {CourseId} could not be read: {Reason}")]
        public static partial void NotRead(ILogger logger, Guid courseId, string reason);
    }
}
