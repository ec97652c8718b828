using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.People;
using LearningBuddy.XApi.Lrs;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>
/// Reads a journey's statements from the embedded record store: facilitators all of them but those of buddy pairs, which would tell who
/// was asked and who the buddy is; learners those about their own way and those that name them, such as what they did as somebody's buddy.
/// </summary>
public sealed class JourneyStatements(
    EmbeddedLrs lrs, BuddyDbContext db, ReadableStatements readable, IOptions<LearningBuddyOptions> options, CurrentSession me)
{
    private const int Chunk = 500;

    /// <summary>Pages of which nothing may be read that are passed over at once.</summary>
    private const int MostEmptyPages = 20;
    private const int MostPeople = 2000;

    /// <summary>One page, newest first.</summary>
    public async Task<StatementPage> PageAsync(StatementFilter filter, int size, CancellationToken ct)
    {
        var query = await QueryAsync(filter, ct) with { Limit = size };
        var page = await ReadableAsync(query with { Cursor = filter.After }, ct);
        for (var more = 0; more < MostEmptyPages && page is { Statements.Count: 0, NextCursor: { } next }; more++)
        {
            page = await ReadableAsync(query with { Cursor = next }, ct);
        }

        return page;
    }

    /// <summary>All that fit, counted.</summary>
    /// <param name="filter">What fits.</param>
    /// <param name="reader">In whose language verbs are named.</param>
    /// <param name="ct">Stops counting.</param>
    public async Task<StatementCounts> CountAsync(StatementFilter filter, CultureInfo reader, CancellationToken ct)
    {
        var counts = await lrs.CountAsync(await QueryAsync(filter, ct), ct);
        if (counts.Count == 0)
        {
            return StatementCounts.None;
        }

        // A verb of which the newest may not be read tells of pairs: that somebody declined on a day is not told by a number either.
        var newest = await lrs.ReadAsync(StatementCounts.NewestOf(counts), ct);
        var hidden = newest.Where(statement => !readable.MayRead(statement)).Select(statement => statement.Sequence).ToHashSet();
        var verbs = counts.GroupBy(count => count.Verb).Where(verb => !hidden.Contains(verb.Max(count => count.Newest)));
        return StatementCounts.Of([.. verbs.SelectMany(verb => verb)], [.. newest.Where(readable.MayRead)], me.Zone, reader);
    }

    /// <summary>All that fit, newest first, read page by page while they are taken.</summary>
    public async IAsyncEnumerable<StoredStatement> AllAsync(StatementFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var query = await QueryAsync(filter, ct) with { Limit = Chunk };
        long? cursor = null;
        do
        {
            var page = await lrs.QueryAsync(query with { Cursor = cursor }, ct);
            foreach (var statement in page.Statements.Where(readable.MayRead))
            {
                yield return statement;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    /// <summary>Names by the subject that statements know people by.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(IReadOnlyList<KnownPerson> people) =>
        people.DistinctBy(person => person.Subject).ToDictionary(person => person.Subject, person => person.Name);

    /// <summary>Who takes part in the journey: its learners, their buddies and the facilitators, in the order of names.</summary>
    public async Task<IReadOnlyList<KnownPerson>> PeopleAsync(CancellationToken ct)
    {
        var rows = await (
            from enrolment in db.Enrolments.InGroupsOf(me)
            join person in db.People on enrolment.PersonId equals person.Id
            join account in db.Accounts on person.Id equals account.PersonId
            where enrolment.CourseId == me.CourseId && account.PlatformId == me.PlatformId
                && (enrolment.Role == EnrolmentRole.Instructor || enrolment.Role == EnrolmentRole.TeachingAssistant
                    || db.Participations.Any(own => own.JourneyId == me.JourneyId && own.PersonId == person.Id)
                    || db.Memberships.Any(member => member.PersonId == person.Id
                        && db.Groups.Any(one => one.Id == member.GroupId && one.JourneyId == me.JourneyId)))
            orderby person.Name ?? person.ChosenName, person.Id
            select new { person, account.Name }).AsNoTracking().Take(MostPeople).ToListAsync(ct);
        return rows.ConvertAll(row => new KnownPerson(row.person.Id, row.person.DisplayName, row.Name));
    }

    private async Task<StatementPage> ReadableAsync(StatementQuery query, CancellationToken ct)
    {
        var page = await lrs.QueryAsync(query, ct);
        return page with { Statements = [.. page.Statements.Where(readable.MayRead)] };
    }

    private async Task<StatementQuery> QueryAsync(StatementFilter filter, CancellationToken ct)
    {
        await readable.PrepareAsync(ct);
        var journey = me.JourneyId!.Value;
        var query = new StatementQuery { HappenedFrom = filter.Begins(me.Zone), HappenedBefore = filter.Ends(me.Zone) }
            .Matching(About(ActivityIris.Journey(options.Value.PublicUrl, journey)));
        var issuer = await db.Platforms.Where(platform => platform.Id == me.PlatformId).Select(platform => platform.Issuer).SingleAsync(ct);
        if (await OnlyOfAsync(filter, ct) is { } only)
        {
            query = Only(query, issuer, await SubjectAsync(only, ct) ?? only.ToString("D"), journey);
        }

        if (filter.Person is { } id && await SubjectAsync(id, ct) is { } subject)
        {
            query = query.Matching(new StatementFilters { Agent = Agent(issuer, subject) });
        }

        query = string.IsNullOrEmpty(filter.Verb) ? query : query.Matching(new StatementFilters { Verb = filter.Verb });
        query = string.IsNullOrEmpty(filter.Behaviour)
            ? query
            : query.Matching(About(ActivityIris.Behaviour(options.Value.PublicUrl, journey, filter.Behaviour)));
        return string.IsNullOrEmpty(filter.Sprint)
            ? query
            : query.Matching(About(ActivityIris.Sprint(options.Value.PublicUrl, journey, filter.Sprint)));
    }

    /// <summary>
    /// The statements of one person's enrolment. Whoever isn't a facilitator also sees what they did, or were asked to do, in the enrolment
    /// of another: it is recorded about them.
    /// </summary>
    private StatementQuery Only(StatementQuery query, string issuer, string subject, Guid journey)
    {
        var enrolment = new StatementFilters { Registration = StatementIds.ForRegistration(issuer, subject, journey) };
        return me.IsFacilitator
            ? query.Matching(enrolment)
            : query.MatchingEither(enrolment, new StatementFilters { Agent = Agent(issuer, subject) });
    }

    /// <summary>
    /// Whose statements alone may be read, or null for everybody's: a learner's own; where the journey keeps to groups, those of one person
    /// of the group at a time.
    /// </summary>
    private async Task<Guid?> OnlyOfAsync(StatementFilter filter, CancellationToken ct) =>
        !me.IsFacilitator ? me.PersonId
        : Groups.SeenBy(db, me) is not { } seen ? null
        : filter.Person is { } asked && await db.Participations.AnyAsync(row => row.PersonId == asked && seen.Contains(row.Id), ct) ? asked
        : me.PersonId;

    /// <summary>How the platform names a person, or null.</summary>
    private Task<string?> SubjectAsync(Guid personId, CancellationToken ct) => db.Accounts
        .Where(account => account.PersonId == personId && account.PlatformId == me.PlatformId)
        .Select(account => account.Name).FirstOrDefaultAsync(ct);

    private static StatementFilters About(string activity) => new() { Activity = activity, RelatedActivities = true };

    private static JsonElement Agent(string issuer, string subject) =>
        JsonSerializer.SerializeToElement(new { account = new { homePage = issuer, name = subject } });
}

/// <summary>Somebody who takes part.</summary>
/// <param name="Id">Our own key.</param>
/// <param name="Name">What others see.</param>
/// <param name="Subject">How the platform names them.</param>
public sealed record KnownPerson(Guid Id, string Name, string Subject);
