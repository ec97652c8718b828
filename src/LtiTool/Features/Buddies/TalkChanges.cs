using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>What the two do about a talk. Each answers false, and changes nothing, when it can't be done (any more).</summary>
internal sealed class TalkChanges(BuddyDbContext db, JourneyWriter writer, PairFinder pairs, CurrentSession me)
{
    /// <summary>The key of the plan that is made in a talk.</summary>
    public static Guid PlanOf(Talk talk) => DerivedId.From(talk.Id, "plan");

    /// <summary>One of the two offers times.</summary>
    public Task<bool> OfferAsync(TalkKey key, IReadOnlyList<DateTimeOffset> times, string? place, CancellationToken ct) => ChangeAsync(
        key,
        at =>
        {
            var ahead = times.Where(time => time > at.Change.Now).ToList();
            if (at.Stands.HeldAt is not null)
            {
                return null;
            }

            // What was typed stays, also where no time is right: the writer keeps it.
            at.Talk.MeetAt(place);
            if (ahead.Count == 0)
            {
                return null;
            }

            at.Talk.Offer(ahead, place);
            return [new BuddyTimesOffered(key.PairId, key.Number) { Until = at.Talk.Times[^1].StartsAt }];
        },
        ct);

    /// <summary>The other takes one of them: a meeting is planned, or moved.</summary>
    public Task<bool> TakeAsync(TalkKey key, DateTimeOffset starts, CancellationToken ct) => ChangeAsync(
        key,
        at =>
        {
            if (at.Stands.OfferedBy is not { } by || by == at.Change.Actor.PersonId || at.Stands.HeldAt is not null
                || starts <= at.Change.Now || !at.Talk.Take(starts))
            {
                return null;
            }

            if (at.Meeting?.Move(starts) is not true)
            {
                at.Meeting = db.Meetings.Add(new Meeting(at.Change.NewId(), key.PairId, key.Number, starts, Talk.Length)).Entity;
            }

            return [new MeetingPlanned(TalkHeld.Reference(at.Meeting))];
        },
        ct);

    /// <summary>One of the two calls it off.</summary>
    public Task<bool> CancelAsync(TalkKey key, CancellationToken ct) => ChangeAsync(
        key,
        at =>
        {
            if (at.Meeting?.Cancel(at.Change.Now) is not true)
            {
                return null;
            }

            at.Talk.Withdraw();
            return [new MeetingCancelled(TalkHeld.Reference(at.Meeting))];
        },
        ct);

    /// <summary>One of the two says that it took place; it counts once both did.</summary>
    /// <param name="key">The talk.</param>
    /// <param name="minutes">How long, as they remember it, or null.</param>
    /// <param name="ct">Stops.</param>
    public Task<bool> ClaimAsync(TalkKey key, int? minutes, CancellationToken ct) => ChangeAsync(
        key,
        at => at.Stands switch
        {
            { HeldAt: not null } => null,
            { ClaimedBy: null } => [new BuddyTalkClaimed(key.PairId, key.Number) { Minutes = TalkHeld.Length(minutes) }],
            { ClaimedBy: { } by } when by != at.Change.Actor.PersonId =>
                [.. Hold(at, key, TalkHeld.Agreed(at.Stands, TalkHeld.Length(minutes)))],
            _ => null,
        },
        ct);

    /// <summary>One of the two says that it did not take place.</summary>
    public Task<bool> MissAsync(TalkKey key, CancellationToken ct) => ChangeAsync(
        key,
        at =>
        {
            if (at.Stands.HeldAt is not null)
            {
                return null;
            }

            if (at.Meeting is { } meeting && meeting.StartsAt <= at.Change.Now && meeting.Miss(at.Change.Now))
            {
                at.Talk.Withdraw();
                return [.. Denial(at, key), new MeetingMissed(TalkHeld.Reference(meeting))];
            }

            return Denial(at, key) is { Length: > 0 } denial ? denial : null;
        },
        ct);

    /// <summary>The learner writes from memory; empty where nothing came to mind. It can be changed until the buddy listened.</summary>
    public Task<bool> RememberAsync(TalkKey key, string? text, CancellationToken ct) => ChangeAsync(
        key,
        at =>
        {
            if (!at.IsLearner || at.Stands.ListenedAt is not null)
            {
                return null;
            }

            at.Talk.Remember(text);
            return at.Stands.RecalledAt is null ? [new BuddyTalkRecalled(key.PairId, key.Number)] : [];
        },
        ct);

    /// <summary>The buddy says what they understood, and asks one question.</summary>
    public Task<bool> ListenAsync(TalkKey key, TalkPoints points, string? question, CancellationToken ct) => ChangeAsync(
        key,
        at =>
        {
            if (at.IsLearner || at.Stands.RecalledAt is null)
            {
                return null;
            }

            at.Talk.Listen(points, question);
            return at.Stands.ListenedAt is null ? [new BuddyTalkListened(key.PairId, key.Number)] : [];
        },
        ct);

    /// <summary>The learner decides what to do, and when. It can be changed until somebody looked at it again.</summary>
    public Task<bool> PlanAsync(TalkKey key, string? moment, string? act, CancellationToken ct) => ChangeAsync(
        key,
        at =>
        {
            // Half a plan is kept, and is none: nothing typed is lost.
            if (!at.IsLearner || !at.Stands.CanPlan(at.Change.Now) || at.Stands.Plan is { Kept: not null }
                || !at.Talk.Promise(moment, act))
            {
                return null;
            }

            return at.Stands.Plan is null
                ? [new CommitmentMade(PlanOf(at.Talk), key.PairId, InCircle: false, null) { TalkNumber = key.Number }]
                : [];
        },
        ct);

    /// <summary>It took place; one that was planned for later is called off with it, in both calendars.</summary>
    private IEnumerable<JourneyEvent> Hold(TalkAtHand at, TalkKey key, int? minutes)
    {
        var now = at.Change.Now;
        if (at.Meeting is { } ahead && ahead.StartsAt > now && ahead.Cancel(now))
        {
            yield return new MeetingCancelled(TalkHeld.Reference(ahead));
            at.Meeting = null;
        }

        at.Meeting ??= db.Meetings.Add(TalkHeld.Unplanned(at.Change.NewId(), key.PairId, at.Stands, now)).Entity;
        at.Talk.Withdraw();
        yield return TalkHeld.Settle(at.Pairing, at.Meeting, at.LearnerId, minutes, now);
    }

    /// <summary>What is to be noted where one of the two said that it took place.</summary>
    private static BuddyTalkDenied[] Denial(TalkAtHand at, TalkKey key) =>
        at.Stands.ClaimedBy is { } by ? [new BuddyTalkDenied(key.PairId, key.Number) { ClaimedBy = by }] : [];

    private async Task<bool> ChangeAsync(TalkKey key, Func<TalkAtHand, IEnumerable<JourneyEvent>?> decide, CancellationToken ct)
    {
        if (key.Number is < 1 or > Talk.InAll || await pairs.FindAsync(key.PairId, ct) is not { } pair)
        {
            return false;
        }

        return await writer.ChangeAsync(
            Subjects.Of(pair.OwnerId),
            me.Actor,
            async change =>
            {
                if (await FindAsync(key, change, ct) is not { } at || decide(at) is not { } happened)
                {
                    return false;
                }

                foreach (var what in happened)
                {
                    change.Happened(pair.OwnerId, what);
                }

                return true;
            },
            ct);
    }

    /// <summary>The talk as it stands now; null when the two are no pair any more, or its moment has not come.</summary>
    private async Task<TalkAtHand?> FindAsync(TalkKey key, JourneyChange change, CancellationToken ct)
    {
        if (await pairs.FindAsync(key.PairId, ct) is not { } pair || change.Learner(pair.OwnerId) is not { } learner
            || !TalkMoments.IsOpen(learner.Design, learner.Progress, key.Number))
        {
            return null;
        }

        var pairing = learner.Progress.Of<BuddyProgress>();
        var stands = pairing.Talks.Of(key.Number);
        if (stands.HeldAt is not null && stands.HeldByPair != key.PairId)
        {
            return null;
        }

        var id = Talk.IdOf(key.PairId, key.Number);
        var talk = await db.Talks.Include(talk => talk.Times).SingleOrDefaultAsync(talk => talk.Id == id, ct)
            ?? db.Talks.Add(new Talk(key.PairId, pair.OwnerId, key.Number)).Entity;
        var meeting = stands.MeetingId is { } planned ? await db.Meetings.SingleOrDefaultAsync(one => one.Id == planned, ct) : null;
        return new TalkAtHand(change, talk, pairing, stands, pair.Learner.Id, pair.IsLearner) { Meeting = meeting };
    }

    /// <summary>A talk in a change.</summary>
    private sealed record TalkAtHand(
        JourneyChange Change, Talk Talk, BuddyProgress Pairing, TalkProgress Stands, Guid LearnerId, bool IsLearner)
    {
        public Meeting? Meeting { get; set; }
    }
}

/// <summary>Which talk of which pair.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Number">From 1.</param>
internal readonly record struct TalkKey(Guid PairId, int Number);
