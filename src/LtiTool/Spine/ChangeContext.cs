using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>What projections see of a change: loaded once for all of them.</summary>
public sealed class ChangeContext
{
    private readonly JourneyChange change;
    private readonly Dictionary<Guid, IReadOnlyDictionary<Guid, AccountOfPerson>> accounts = [];

    internal ChangeContext(BuddyDbContext db, JourneyChange change)
    {
        Db = db;
        this.change = change;
    }

    /// <summary>The database, in the middle of the transaction.</summary>
    public BuddyDbContext Db { get; }

    /// <summary>The moment of the change, UTC.</summary>
    public DateTimeOffset Now => change.Now;

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<RecordedEvent> Events => change.Events;

    /// <summary>The learners it happened to.</summary>
    public IEnumerable<LearnerState> Learners => change.Changed;

    /// <summary>What happened to one learner.</summary>
    public IEnumerable<RecordedEvent> EventsOf(LearnerState learner) =>
        change.Events.Where(recorded => recorded.ParticipationId == learner.Participation.Id);

    /// <summary>A learner of the change.</summary>
    public LearnerState Learner(Guid participationId) => change.Learner(participationId)!;

    /// <summary>Plans something that becomes due.</summary>
    public void Plan(string kind, Guid subject, DateTimeOffset at) => change.Plan(kind, subject, at);

    /// <summary>How a registration names everybody who has part in what happened.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, AccountOfPerson>> AccountsAsync(Guid platformId, CancellationToken ct)
    {
        if (!accounts.TryGetValue(platformId, out var known))
        {
            accounts[platformId] = known = await AccountOfPerson.ReadAsync(Db, platformId, PeopleOf(change.Events), ct);
        }

        return known;
    }

    /// <summary>Everybody who has part in these events.</summary>
    internal static HashSet<Guid> PeopleOf(IEnumerable<RecordedEvent> events) =>
        [.. events.SelectMany(recorded => recorded.What.People.Append(recorded.LearnerId).Append(recorded.ActorId))
            .Where(id => id != Guid.Empty)];
}

/// <summary>How an LMS names a person.</summary>
/// <param name="Subject">The <c>sub</c>.</param>
/// <param name="Email">The address the LMS told, or null.</param>
/// <param name="HasOwnAddress">
/// Whether the person proved an address of their own, or lets mail go to that of the LMS: whether they can be told something there.
/// </param>
/// <param name="HasNotifications">Whether a device of theirs wants notifications.</param>
public sealed record AccountOfPerson(string Subject, string? Email, bool HasOwnAddress, bool HasNotifications)
{
    /// <summary>Reads how a registration names these people; somebody it doesn't know is missing.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AccountOfPerson>> ReadAsync(
        BuddyDbContext db, Guid platformId, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var rows = await (
            from account in db.Accounts
            join person in db.People on account.PersonId equals person.Id
            where account.PlatformId == platformId && people.Contains(account.PersonId)
            select new
            {
                account.PersonId,
                account.Name,
                person.Email,
                HasOwnAddress = db.Accounts.Any(own => own.PersonId == account.PersonId && own.Kind == AccountKind.Email)
                    || (person.Email != null && db.MessagePreferences.Any(said => said.PersonId == person.Id && said.UsesLmsAddress)),
                HasNotifications = db.Devices.Any(device => device.PersonId == account.PersonId && device.Push != null),
            })
            .AsNoTracking().ToListAsync(ct);
        return rows.DistinctBy(row => row.PersonId)
            .ToDictionary(row => row.PersonId, row => new AccountOfPerson(row.Name, row.Email, row.HasOwnAddress, row.HasNotifications));
    }
}
