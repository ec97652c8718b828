using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Messages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Reads what is true of a person's messages at this moment.</summary>
internal sealed class SendSituations(BuddyDbContext db, OpenExercises exercises, TimeProvider clock)
{
    /// <summary>When mails that count went to the person lately.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="now">UTC.</param>
    /// <param name="but">A mail that isn't counted: the one that is asked about.</param>
    /// <param name="ct">Stops.</param>
    public async Task<List<DateTimeOffset>> SentAsync(Guid personId, DateTimeOffset now, Guid? but, CancellationToken ct)
    {
        var since = now - MessageCap.Week - TimeSpan.FromDays(1);
        var counting = MessageKinds.All.Where(kind => kind.Counts).Select(kind => kind.Name).ToList();
        var mails = await db.Messages
            .Where(row => row.PersonId == personId && row.SentAt > since && row.SendingId != but && counting.Contains(row.Kind))
            .Select(row => new { row.SendingId, row.SentAt }).Distinct().ToListAsync(ct);
        return [.. mails.Select(mail => mail.SentAt!.Value)];
    }

    /// <summary>The situation of each message; one of a kind that this version doesn't know is left out.</summary>
    /// <returns>With what each exercise among them that is open asks for, by its nudge: it is read once.</returns>
    public async Task<(IReadOnlyList<(MessageRow Row, SendSituation Situation)> All, IReadOnlyDictionary<Guid, string> Exercises)> OfAsync(
        IReadOnlyList<MessageRow> rows, PersonReach reach, CancellationToken ct)
    {
        var places = await PlacesAsync(rows, reach.Person.Id, ct);
        var waiting = await WaitingReviews.CountAsync(db, rows, ct);
        var open = await exercises.WordsAsync(rows, ct);
        return ([.. rows.Where(row => MessageKinds.Find(row.Kind) is not null).Select(row => (row, Of(row)))], open);

        SendSituation Of(MessageRow row) => new(MessageKinds.Find(row.Kind)!, row.Pending, reach.Pace)
        {
            JourneyId = row.JourneyId,
            IsDone = row.ReadAt is not null || row.Kind switch
            {
                MessageName.WaitingDaily => !waiting.ContainsKey(row.JourneyId),
                MessageName.ExerciseCame => !open.ContainsKey(row.SubjectId),
                _ => false,
            },
            HasLeft = places.GetValueOrDefault(row.JourneyId)?.IsThere(row.CreatedAt) != true,
            IsJourneyClosed = places.GetValueOrDefault(row.JourneyId) is { IsBlocked: true },
            Reachable = reach.ChannelsIn(row.JourneyId),
            Bounced = reach.Bounced,
        };
    }

    private async Task<Dictionary<Guid, Place>> PlacesAsync(IReadOnlyList<MessageRow> rows, Guid personId, CancellationToken ct)
    {
        var journeys = rows.Select(row => row.JourneyId).Distinct().ToList();
        var now = clock.GetUtcNow();
        return await (
            from journey in db.Journeys
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            where journeys.Contains(journey.Id)
            select new
            {
                journey.Id,
                IsInCourse = db.Enrolments.Any(
                    enrolment => enrolment.CourseId == course.Id && enrolment.PersonId == personId && enrolment.IsActive),
                IsGuest = db.GuestLinks.Any(
                    link => link.PersonId == personId && link.JourneyId == journey.Id && link.RevokedAt == null && link.ExpiresAt > now),
                Closed = db.GuestLinks
                    .Where(link => link.PersonId == personId && link.JourneyId == journey.Id && link.RevokedAt != null)
                    .Select(link => link.RevokedAt!.Value).ToList(),
                platform.Status,
            })
            .ToDictionaryAsync(
                found => found.Id,
                found => new Place(found.IsInCourse || found.IsGuest, found.Status != PlatformStatus.Active, found.Closed),
                ct);
    }

    /// <summary>A journey as a place for the person: in its course, or let in by a guest link.</summary>
    /// <param name="IsOpen">Whether they are in it now.</param>
    /// <param name="IsBlocked">Whether its platform is.</param>
    /// <param name="Closed">When guest links of theirs were closed, UTC.</param>
    private sealed record Place(bool IsOpen, bool IsBlocked, IReadOnlyList<DateTimeOffset> Closed)
    {
        /// <summary>What happens in one change is noted a millisecond apart, and a change has few events.</summary>
        private static readonly TimeSpan OneChange = TimeSpan.FromSeconds(1);

        /// <summary>Whoever goes hears still what came with the end itself: a thank you, and that a talk is called off.</summary>
        public bool IsThere(DateTimeOffset told) => IsOpen || Closed.Any(closed => told >= closed && told < closed + OneChange);
    }
}
