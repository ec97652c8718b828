using System.Runtime.CompilerServices;
using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
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
/// Reads a journey's statements from the embedded record store: facilitators all of them, learners those about themselves.
/// </summary>
public sealed class JourneyStatements(EmbeddedLrs lrs, BuddyDbContext db, IOptions<LearningBuddyOptions> options, CurrentSession me)
{
    private const int Chunk = 500;
    private const int MostPeople = 2000;

    /// <summary>One page, newest first.</summary>
    public async Task<StatementPage> PageAsync(StatementFilter filter, int size, CancellationToken ct) =>
        await lrs.QueryAsync(await QueryAsync(filter, ct) with { Limit = size, Cursor = filter.After }, ct);

    /// <summary>All that fit, counted.</summary>
    public async Task<StatementCounts> CountAsync(StatementFilter filter, CancellationToken ct)
    {
        var counts = await lrs.CountAsync(await QueryAsync(filter, ct), ct);
        return counts.Count == 0
            ? StatementCounts.None
            : StatementCounts.Of(counts, await lrs.ReadAsync(StatementCounts.NewestOf(counts), ct), me.Zone);
    }

    /// <summary>All that fit, newest first, read page by page while they are taken.</summary>
    public async IAsyncEnumerable<StoredStatement> AllAsync(StatementFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        var query = await QueryAsync(filter, ct) with { Limit = Chunk };
        long? cursor = null;
        do
        {
            var page = await lrs.QueryAsync(query with { Cursor = cursor }, ct);
            foreach (var statement in page.Statements)
            {
                yield return statement;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    /// <summary>Names by the subject that statements know people by.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(IReadOnlyList<Person> people) =>
        people.DistinctBy(person => person.Subject).ToDictionary(person => person.Subject, person => person.DisplayName);

    /// <summary>Who takes part in the journey: its learners, their buddies and the facilitators, in the order of names.</summary>
    public async Task<IReadOnlyList<Person>> PeopleAsync(CancellationToken ct) => await (
        from enrolment in db.Enrolments
        join person in db.People on enrolment.PersonId equals person.Id
        where enrolment.CourseId == me.CourseId
            && (enrolment.Role == EnrolmentRole.Instructor || enrolment.Role == EnrolmentRole.TeachingAssistant
                || db.Participations.Any(own => own.JourneyId == me.JourneyId && own.PersonId == person.Id)
                || db.BuddyPairs.Any(pair => pair.BuddyId == person.Id
                    && db.Participations.Any(
                        accompanied => accompanied.Id == pair.ParticipationId && accompanied.JourneyId == me.JourneyId)))
        orderby person.Name ?? person.ChosenName
        select person).AsNoTracking().Take(MostPeople).ToListAsync(ct);

    private async Task<StatementQuery> QueryAsync(StatementFilter filter, CancellationToken ct)
    {
        var journey = me.JourneyId!.Value;
        var query = new StatementQuery { HappenedFrom = filter.Begins(me.Zone), HappenedBefore = filter.Ends(me.Zone) }
            .Matching(About(ActivityIris.Journey(options.Value.PublicUrl, journey)));
        var issuer = await db.Platforms.Where(platform => platform.Id == me.PlatformId).Select(platform => platform.Issuer).SingleAsync(ct);
        if (!me.IsFacilitator)
        {
            var own = await db.People.AsNoTracking().SingleAsync(person => person.Id == me.PersonId, ct);
            query = query.Matching(new StatementFilters { Registration = StatementIds.ForRegistration(issuer, own.Subject, journey) });
        }

        if (filter.Person is { } id && await FindAsync(id, ct) is { } person)
        {
            query = query.Matching(new StatementFilters { Agent = Agent(issuer, person.Subject) });
        }

        query = string.IsNullOrEmpty(filter.Verb) ? query : query.Matching(new StatementFilters { Verb = filter.Verb });
        query = string.IsNullOrEmpty(filter.Behaviour)
            ? query
            : query.Matching(About(ActivityIris.Behaviour(options.Value.PublicUrl, journey, filter.Behaviour)));
        return string.IsNullOrEmpty(filter.Sprint)
            ? query
            : query.Matching(About(ActivityIris.Sprint(options.Value.PublicUrl, journey, filter.Sprint)));
    }

    private Task<Person?> FindAsync(Guid id, CancellationToken ct) =>
        db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id && person.PlatformId == me.PlatformId, ct);

    private static StatementFilters About(string activity) => new() { Activity = activity, RelatedActivities = true };

    private static JsonElement Agent(string issuer, string subject) =>
        JsonSerializer.SerializeToElement(new { account = new { homePage = issuer, name = subject } });
}
