using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sessions;

/// <summary>What whoever leads a group session does with it. All changes of a journey's sessions wait for each other.</summary>
internal sealed class SessionLead(BuddyDbContext db, JourneyWriter writer, SessionEnding ending, CurrentSession me)
{
    private Guid JourneyId => me.JourneyId ?? throw new InvalidOperationException("This launch has no journey.");

    private Subjects Key => Subjects.None.And(GroupSession.KeyOf(JourneyId));

    /// <summary>Opens one to everybody on their way. Where one is open, it stays the only one.</summary>
    public async Task OpenAsync(Grouping grouping, CancellationToken ct)
    {
        var section = me.Design!.Find<SessionsSection>()!;
        var usable = grouping == Grouping.Sprint && !SprintsSection.IsChosenIn(me.Design!) ? Grouping.Challenge : grouping;
        var learners = await Groups.OnTheirWay(db, me, JourneyId).Select(one => one.Id).ToListAsync(ct);
        await writer.ChangeAsync(
            Subjects.Of(learners).And(GroupSession.KeyOf(JourneyId)),
            me.Actor,
            async change =>
            {
                if (await db.GroupSessions.AnyAsync(one => one.JourneyId == JourneyId && one.EndedAt == null, ct))
                {
                    return false;
                }

                var session = new GroupSession(change.NewId(), JourneyId, usable, section.Minutes, change.Now);
                db.GroupSessions.Add(session);
                change.Happened(
                    learners.Where(id => change.Learner(id)?.Progress.Of<JourneyProgress>() is { HasWithdrawn: false }),
                    new GroupSessionOpened(session.Id));
                change.Plan(DueKind.SessionEnd, session.Id, session.EndsAt);
                return true;
            },
            ct);
    }

    /// <summary>Groups are proposed for everybody who is there.</summary>
    public Task ProposeAsync(CancellationToken ct) => ChangeAsync(
        async (session, _) => session.Members.Count > 0
            && session.Propose(BreakoutGroups.Of(await AttendeesAsync(session, ct), me.Design!.Find<SessionsSection>()!.GroupSize)),
        ct);

    /// <summary>People sit where whoever leads wants them.</summary>
    /// <param name="moves">Number of the group by participation.</param>
    /// <param name="ct">Stops.</param>
    public Task MoveAsync(IReadOnlyDictionary<Guid, int> moves, CancellationToken ct) => ChangeAsync(
        (session, _) =>
        {
            foreach (var (id, number) in moves.OrderBy(move => move.Value).ThenBy(move => move.Key))
            {
                session.Move(id, number);
            }

            session.DropEmptyGroups();
            return Task.FromResult(true);
        },
        ct);

    /// <summary>Everybody sees the groups, and the time begins. Whoever came since they were made sits down first.</summary>
    public Task PublishAsync(CancellationToken ct) => ChangeAsync(
        async (session, change) =>
        {
            if (session.Stage != SessionStage.Proposed)
            {
                return false;
            }

            await SeatAsync(session, ct);
            session.Publish(change.Now);
            change.Plan(DueKind.SessionEnd, session.Id, session.EndsAt);
            return true;
        },
        ct);

    /// <summary>Somebody is there who pressed nothing.</summary>
    public async Task AddAsync(Guid participationId, CancellationToken ct)
    {
        var isKnown = await Groups.OnTheirWay(db, me, JourneyId).AnyAsync(one => one.Id == participationId, ct);
        await ChangeAsync(
            async (session, change) =>
            {
                if (!isKnown || session.Arrive(participationId, change.Now) is null)
                {
                    return false;
                }

                await SeatLateAsync(session, ct);
                return true;
            },
            ct);
    }

    /// <summary>Somebody isn't there after all.</summary>
    public Task TakeOutAsync(Guid participationId, CancellationToken ct) =>
        ChangeAsync((session, _) => Task.FromResult(session.TakeOut(participationId)), ct);

    /// <summary>It is over.</summary>
    public async Task EndAsync(CancellationToken ct)
    {
        var open = await db.GroupSessions.AsNoTracking()
            .Where(one => one.JourneyId == JourneyId && one.EndedAt == null).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(ct);
        if (open is { } id)
        {
            await ending.EndAsync(id, me.Actor, isForced: true, ct);
        }
    }

    /// <summary>After the groups were published whoever comes sits down at once.</summary>
    internal Task SeatLateAsync(GroupSession session, CancellationToken ct) =>
        session.Stage == SessionStage.Published ? SeatAsync(session, ct) : Task.CompletedTask;

    /// <summary>Whoever has no group yet comes into the smallest that fits.</summary>
    private async Task SeatAsync(GroupSession session, CancellationToken ct)
    {
        var most = me.Design!.Find<SessionsSection>()?.GroupSize ?? BreakoutGroups.Least;
        foreach (var one in (await AttendeesAsync(session, ct)).Where(one => session.Find(one.Id)!.GroupNumber is null))
        {
            var groups = session.Groups
                .Select(group => (group.Number, group.TopicId, session.Members.Count(member => member.GroupNumber == group.Number)));
            session.Move(one.Id, BreakoutGroups.PlaceFor([.. groups], one.TopicIds, most));
        }
    }

    /// <summary>Who is there, with what they could talk about.</summary>
    private async Task<IReadOnlyList<Attendee>> AttendeesAsync(GroupSession session, CancellationToken ct)
    {
        if (session.Grouping == Grouping.Challenge)
        {
            return [.. session.Members.Select(member =>
                new Attendee(member.ParticipationId, member.BehaviourId is { } behaviour ? [behaviour] : []))];
        }

        var known = me.Design!.Find<SprintsSection>()?.Sprints.Select(sprint => sprint.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var ids = session.Members.Select(member => member.ParticipationId).ToList();
        var chosen = (await db.SprintChoices.AsNoTracking().Where(row => ids.Contains(row.ParticipationId)).ToListAsync(ct))
            .Where(row => known.Contains(row.SprintId)).ToLookup(row => row.ParticipationId, row => row.SprintId);
        return [.. ids.Select(id => new Attendee(id, [.. chosen[id].Order(StringComparer.Ordinal)]))];
    }

    private Task<bool> ChangeAsync(Func<GroupSession, JourneyChange, Task<bool>> work, CancellationToken ct) => writer.ChangeAsync(
        Key,
        me.Actor,
        async change => await OpenAsync(db, JourneyId, ct) is { } session && await work(session, change),
        ct);

    /// <summary>The open session of a journey with everybody in it, or null.</summary>
    internal static Task<GroupSession?> OpenAsync(BuddyDbContext db, Guid journeyId, CancellationToken ct) =>
        db.GroupSessions.Include(one => one.Members).Include(one => one.Groups).AsSplitQuery()
            .SingleOrDefaultAsync(one => one.JourneyId == journeyId && one.EndedAt == null, ct);
}
