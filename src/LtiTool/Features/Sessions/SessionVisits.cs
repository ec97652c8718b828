using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sessions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sessions;

/// <summary>What a learner does in a group session: comes in, takes something away, and says later whether it was done.</summary>
internal sealed class SessionVisits(BuddyDbContext db, JourneyWriter writer, SessionLead lead, CurrentSession me)
{
    /// <summary>The learner is there, and says what they find hard where they want to.</summary>
    /// <returns>False where no session is open to them.</returns>
    public Task<bool> ArriveAsync(string? behaviourId, string? hard, CancellationToken ct) => OwnAsync(
        async (learner, change) =>
        {
            if (await SessionLead.OpenAsync(db, learner.Participation.JourneyId, ct) is not { } session || !IsOpenTo(learner, session)
                || session.Arrive(learner.Participation.Id, change.Now) is not { } member)
            {
                return false;
            }

            // Said once groups talk, it would change what others were brought together by.
            if (session.Grouping == Grouping.Challenge && session.Stage != SessionStage.Published)
            {
                member.FindHard(learner.Design.FindBehaviour(behaviourId ?? "")?.Id, hard);
            }

            await lead.SeatLateAsync(session, ct);
            return true;
        },
        ct);

    /// <summary>The learner writes what they take away. Half a plan is kept, and is none: nothing typed is lost.</summary>
    /// <returns>Whether it is whole; null where it can't be written any more.</returns>
    public Task<bool?> TakeAwayAsync(Guid sessionId, string? moment, string? act, bool isShared, CancellationToken ct) => OwnAsync<bool?>(
        async (learner, change) =>
        {
            var own = learner.Participation.Id;
            var id = Takeaway.IdOf(sessionId, own);
            var made = learner.Progress.Of<SessionsProgress>().Find(id);
            if (made?.Done is not null || await SeatedAsync(sessionId, own, ct) is not { } session)
            {
                return null;
            }

            var takeaway = await db.Takeaways.SingleOrDefaultAsync(one => one.Id == id, ct)
                ?? db.Takeaways.Add(new Takeaway(sessionId, own)).Entity;
            session.Touch();
            if (!takeaway.Write(moment, act, isShared, change.Now))
            {
                return false;
            }

            if (made is null)
            {
                change.Happened(own, new TakeawayMade(id, sessionId));
            }

            return true;
        },
        ct);

    /// <summary>The learner looked at it again.</summary>
    /// <returns>Whether there was something to answer.</returns>
    public Task<bool> AnswerAsync(Guid takeawayId, bool isDone, CancellationToken ct) => OwnAsync(
        (learner, change) =>
        {
            if (learner.Progress.Of<SessionsProgress>().Find(takeawayId) is not { Done: null } open)
            {
                return Task.FromResult(false);
            }

            change.Happened(learner.Participation.Id, new TakeawayAnswered(open.Id, open.SessionId, isDone, open.EventId));
            return Task.FromResult(true);
        },
        ct);

    /// <summary>Where a journey keeps to groups, those whom it was opened to; else everybody, also who began since.</summary>
    private static bool IsOpenTo(LearnerState learner, GroupSession session) =>
        !learner.Design.KeepsGroups || learner.Progress.Of<SessionsProgress>().OpenId == session.Id;

    /// <summary>A session whose groups were published and the learner is in one of; null for any other.</summary>
    private async Task<GroupSession?> SeatedAsync(Guid sessionId, Guid own, CancellationToken ct) =>
        await db.SessionMembers.AnyAsync(one => one.SessionId == sessionId && one.ParticipationId == own && one.GroupNumber != null, ct)
            ? await db.GroupSessions.SingleOrDefaultAsync(one => one.Id == sessionId && one.PublishedAt != null, ct)
            : null;

    private Task<T?> OwnAsync<T>(Func<LearnerState, JourneyChange, Task<T>> work, CancellationToken ct) => me.ParticipationId is { } own
        ? writer.ChangeAsync(
            Subjects.Of(own).And(GroupSession.KeyOf(me.JourneyId!.Value)),
            me.Actor,
            async change => change.Learner(own) is { } learner && learner.Design.Find<SessionsSection>() is not null
                ? await work(learner, change)
                : default,
            ct)
        : Task.FromResult<T?>(default);
}
