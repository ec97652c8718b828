using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sessions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>
/// Ends a group session, whoever or whatever does: it is noted once for everybody it was open to, and for those of one breakout group as
/// one occasion.
/// </summary>
internal sealed class SessionEnding(BuddyDbContext db, JourneyWriter writer)
{
    /// <summary>People may come in while it is worked out who is concerned; after this many it ends for those who are known.</summary>
    private const int MostRounds = 5;

    /// <summary>Ends it. What has ended stays as it is.</summary>
    /// <param name="sessionId">Which.</param>
    /// <param name="actor">Who ends it.</param>
    /// <param name="isForced">False to end it only once its time is over.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>When it ends by itself where that lies ahead, UTC; null once it has ended.</returns>
    public async Task<DateTimeOffset?> EndAsync(Guid sessionId, Actor actor, bool isForced, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            if (await db.GroupSessions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == sessionId, ct) is not { EndedAt: null } open)
            {
                return null;
            }

            var concerned = await ConcernedAsync(open, ct);
            var (isDone, endsAt) = await writer.ChangeAsync(
                Subjects.Of(concerned).And(GroupSession.KeyOf(open.JourneyId)),
                actor,
                change => EndAsync(sessionId, isForced, round == MostRounds, change, ct),
                ct);
            if (isDone)
            {
                return endsAt;
            }
        }
    }

    private async Task<(bool IsDone, DateTimeOffset? EndsAt)> EndAsync(
        Guid sessionId, bool isForced, bool isLast, JourneyChange change, CancellationToken ct)
    {
        var session = await db.GroupSessions.Include(one => one.Members).Include(one => one.Groups).AsSplitQuery()
            .SingleAsync(one => one.Id == sessionId, ct);
        if (session.EndedAt is not null)
        {
            return (true, null);
        }

        if (!isForced && session.EndsAt > change.Now)
        {
            return (true, session.EndsAt);
        }

        if (!isLast && session.Members.Any(member => change.Learner(member.ParticipationId) is null))
        {
            return (false, session.EndsAt);
        }

        session.End(change.Now);
        Note(session, change);
        return (true, null);
    }

    private static void Note(GroupSession session, JourneyChange change)
    {
        if (session is { PublishedAt: { } began, TimeIsOverAt: { } over })
        {
            var duration = (change.Now < over ? change.Now : over) - began;
            var there = session.Members
                .Where(member => member.GroupNumber is not null && change.Learner(member.ParticipationId) is not null);
            foreach (var group in there.GroupBy(member => member.GroupNumber!.Value))
            {
                var topic = session.Groups.FirstOrDefault(one => one.Number == group.Key)?.TopicId;
                change.Happened(
                    group.Select(member => member.ParticipationId),
                    new GroupSessionAttended(session.Id, session.BreakoutId(group.Key), duration)
                    {
                        SprintId = session.Grouping == Grouping.Sprint ? topic : null,
                        BehaviourId = session.Grouping == Grouping.Challenge ? topic : null,
                    });
            }
        }

        change.Happened(
            change.Learners.Where(learner => learner.Progress.Of<SessionsProgress>().OpenId == session.Id)
                .Select(learner => learner.Participation.Id).ToList(),
            new GroupSessionEnded(session.Id));
    }

    /// <summary>Those it was opened to, and those who came in.</summary>
    private async Task<List<Guid>> ConcernedAsync(GroupSession session, CancellationToken ct)
    {
        var opened = EventTypes.NameOf<GroupSessionOpened>();
        return await db.Events
            .Where(row => row.JourneyId == session.JourneyId && row.Name == opened && row.OccurredAt >= session.OpenedAt)
            .Select(row => row.ParticipationId)
            .Union(db.SessionMembers.Where(member => member.SessionId == session.Id).Select(member => member.ParticipationId))
            .ToListAsync(ct);
    }
}
