using System.Collections.Immutable;
using System.Globalization;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Sessions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sessions;

/// <summary>A group session as its pages show it; whoever looks at the same one is shown the same reading of it.</summary>
internal sealed class SessionPictures(BuddyDbContext db, SharedReadings readings, CurrentSession me)
{
    private Guid JourneyId => me.JourneyId ?? throw new InvalidOperationException("This launch has no journey.");

    private (string, Guid) Key => ("group session", JourneyId);

    /// <summary>Changes whenever the journey's newest session does, or another is opened.</summary>
    public Task<string> VersionAsync()
    {
        var journey = JourneyId;
        return readings.VersionAsync(Key, async scoped =>
        {
            var newest = await scoped.GroupSessions.Where(one => one.JourneyId == journey).OrderByDescending(one => one.OpenedAt)
                .Select(one => new { one.Id, one.Revision }).FirstOrDefaultAsync();
            return newest is null ? "none" : VersionOf(newest.Id, newest.Revision);
        });
    }

    /// <summary>Forgets it, so that whoever just changed something sees it changed.</summary>
    public void Forget() => readings.Forget(Key);

    /// <summary>The session that is open, else the newest; null where there was none.</summary>
    public async Task<SessionPicture?> NewestAsync(CancellationToken ct)
    {
        var newest = await db.GroupSessions.AsNoTracking().Where(one => one.JourneyId == JourneyId)
            .OrderByDescending(one => one.OpenedAt).FirstOrDefaultAsync(ct);
        return newest is null
            ? null
            : await readings.SharedAsync((Key, VersionOf(newest.Id, newest.Revision)), () => ReadAsync(newest, CancellationToken.None));
    }

    /// <summary>The participations this person may know of; null for all.</summary>
    public async Task<IReadOnlySet<Guid>?> SeenAsync(CancellationToken ct) =>
        Groups.SeenBy(db, me) is { } seen ? await seen.ToHashSetAsync(ct) : null;

    private static string VersionOf(Guid id, int revision) => string.Create(CultureInfo.InvariantCulture, $"{id:N}-{revision}");

    private async Task<SessionPicture> ReadAsync(GroupSession newest, CancellationToken ct)
    {
        var session = await db.GroupSessions.AsNoTracking().Include(one => one.Groups).SingleAsync(one => one.Id == newest.Id, ct);
        var people = await (
            from member in db.SessionMembers
            join participation in db.Participations on member.ParticipationId equals participation.Id
            join person in db.People on participation.PersonId equals person.Id
            where member.SessionId == newest.Id
            select new { member, person }).AsNoTracking().ToListAsync(ct);
        var taken = (await db.Takeaways.AsNoTracking().Where(one => one.SessionId == newest.Id).ToListAsync(ct))
            .Where(one => one.Plan.IsWhole).ToDictionary(one => one.ParticipationId);
        var all = people.Select(one => new SessionPerson(
            one.member.ParticipationId, one.person.DisplayName, one.member.GroupNumber, one.member.BehaviourId, one.member.Challenge)
        {
            Shared = taken.GetValueOrDefault(one.member.ParticipationId) is { IsShared: true } shared ? shared : null,
        });
        return new(
            session,
            [.. all.OrderBy(person => person.Name, StringComparer.CurrentCulture).ThenBy(person => person.ParticipationId)],
            taken.Count,
            VersionOf(session.Id, session.Revision));
    }
}

/// <summary>A session as it is shown.</summary>
/// <param name="Session">The session with its groups.</param>
/// <param name="People">Who is there, in the order of names.</param>
/// <param name="TakenAway">How many wrote what they take away.</param>
/// <param name="Version">Which state it is.</param>
internal sealed record SessionPicture(GroupSession Session, ImmutableArray<SessionPerson> People, int TakenAway, string Version)
{
    /// <summary>Where it stands.</summary>
    public SessionStage Stage => Session.Stage;

    /// <summary>Whether it goes on.</summary>
    public bool IsOpen => Stage != SessionStage.Ended;

    /// <summary>The groups in their order, each with its people.</summary>
    public IEnumerable<(SessionGroup Group, IReadOnlyList<SessionPerson> People)> Groups => Session.Groups
        .OrderBy(group => group.Number)
        .Select(group => (group, (IReadOnlyList<SessionPerson>)[.. People.Where(person => person.GroupNumber == group.Number)]))
        .Where(group => group.Item2.Count > 0);

    /// <summary>Those who are in no group.</summary>
    public IReadOnlyList<SessionPerson> Unplaced => [.. People.Where(person => person.GroupNumber is null)];

    /// <summary>Somebody in it, or null.</summary>
    public SessionPerson? Find(Guid? participationId) => People.FirstOrDefault(person => person.ParticipationId == participationId);
}

/// <summary>Somebody in a session.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Name">The name.</param>
/// <param name="GroupNumber">The breakout group, or null.</param>
/// <param name="BehaviourId">What they find hard, or null.</param>
/// <param name="Challenge">In their words, or null.</param>
internal sealed record SessionPerson(Guid ParticipationId, string Name, int? GroupNumber, string? BehaviourId, string? Challenge)
{
    /// <summary>What they take away, where they share it.</summary>
    public Takeaway? Shared { get; init; }
}
