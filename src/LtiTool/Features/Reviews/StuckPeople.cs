using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>
/// Who can't go on because of somebody else, and who has not begun, of those whom the reader may know of. Test persons are neither.
/// </summary>
public sealed class StuckPeople(BuddyDbContext db, CurrentSession me, TimeProvider clock)
{
    /// <summary>More than this many rows make nobody act.</summary>
    private const int MostRows = 7;

    /// <summary>Names of people who have not begun that are listed.</summary>
    private const int MostNames = 100;

    /// <summary>So long somebody may take to find a learning buddy before the facilitator hears of it.</summary>
    private static readonly TimeSpan BuddyWithin = TimeSpan.FromDays(7);

    /// <summary>Who is stuck, the longest first.</summary>
    public async Task<IReadOnlyList<StuckPerson>> OfAsync(Guid journeyId, JourneyDesign design, CancellationToken ct)
    {
        var found = new List<StuckPerson>();
        if (design.Find<QuestionsSection>() is not null)
        {
            found.AddRange(await WithoutAnswerAsync(journeyId, ct));
        }

        if (design.Find<BuddiesSection>() is { } buddies)
        {
            found.AddRange(await WithoutBuddyAsync(journeyId, buddies, ct));
        }

        return [.. found.OrderBy(person => person.Since).Take(MostRows)];
    }

    /// <summary>Learners of the course who have not begun, by name; and how many there are.</summary>
    public async Task<(IReadOnlyList<string> Names, int Total)> NotStartedAsync(Guid journeyId, CancellationToken ct)
    {
        var people =
            from enrolment in db.Enrolments.InGroupsOf(me)
            join person in db.People on enrolment.PersonId equals person.Id
            where enrolment.CourseId == me.CourseId && enrolment.IsActive && !enrolment.IsTestUser
                && enrolment.Role == EnrolmentRole.Learner
                && !db.Participations.Any(begun => begun.JourneyId == journeyId && begun.PersonId == person.Id)
            select person;
        var rows = await people.OrderBy(person => person.Name ?? person.ChosenName).ThenBy(person => person.Id)
            .Take(MostNames).AsNoTracking().ToListAsync(ct);
        return (rows.ConvertAll(person => person.DisplayName), rows.Count < MostNames ? rows.Count : await people.CountAsync(ct));
    }

    /// <summary>A question whose day is over and that nobody answered.</summary>
    private async Task<IEnumerable<StuckPerson>> WithoutAnswerAsync(Guid journeyId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from question in db.Questions
            join participation in Seen(journeyId) on question.ParticipationId equals participation.Id
            join person in db.People on participation.PersonId equals person.Id
            where question.AnsweredAt == null && question.AnswerBy < now
            orderby question.AskedAt
            select new { question.Id, question.AskedAt, person }).AsNoTracking().Take(MostRows).ToListAsync(ct);
        return rows.Select(row => new StuckPerson(StuckReason.Question, row.person.DisplayName, row.AskedAt, row.Id));
    }

    /// <summary>Somebody was asked and says nothing, or nobody is found.</summary>
    private async Task<IEnumerable<StuckPerson>> WithoutBuddyAsync(Guid journeyId, BuddiesSection buddies, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (begunBefore, askedBefore) = (now - BuddyWithin, now.AddDays(-buddies.RemindAfterDays));
        var without = EventTypes.NameOf<BuddyDoneWithout>();
        var pairs = db.Groups.Where(pair => pair.JourneyId == journeyId && pair.Kind == GroupKind.BuddyPair);
        var alone = Groups.WithoutBuddy(db, me, journeyId);
        var asking = await (
            from participation in alone
            join person in db.People on participation.PersonId equals person.Id
            join pair in pairs on participation.Id equals pair.OwnerId
            join invitation in db.Invitations on pair.Id equals invitation.GroupId
            where invitation.SettledAt == null && invitation.ExpiresAt > now
            select new { participation.Id, invitation.AskedAt, invitation.PersonId, person }).AsNoTracking().ToListAsync(ct);
        var askers = asking.ConvertAll(row => row.Id);
        var others = await (
            from participation in alone
            join person in db.People on participation.PersonId equals person.Id
            where participation.StartedAt < begunBefore && !askers.Contains(participation.Id)
                && (!buddies.CanFinishWithout
                    || !db.Events.Any(row => row.ParticipationId == participation.Id && row.Name == without
                        && !pairs.Any(pair => pair.OwnerId == participation.Id && pair.CreatedAt > row.OccurredAt)))
            orderby participation.StartedAt
            select new { participation.Id, participation.StartedAt, person }).AsNoTracking().Take(MostRows).ToListAsync(ct);
        return asking.Where(row => row.PersonId is not null && row.AskedAt < askedBefore)
            .Select(row => new StuckPerson(StuckReason.Asked, row.person.DisplayName, row.AskedAt, row.Id))
            .Concat(others.Select(row => new StuckPerson(StuckReason.NoBuddy, row.person.DisplayName, row.StartedAt, row.Id)));
    }

    private IQueryable<Participation> Seen(Guid journeyId) => Groups.Counted(db, me, journeyId);
}

/// <summary>Somebody who can't go on.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Learner">Who.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Id">The question, or the participation: where the button leads.</param>
public sealed record StuckPerson(StuckReason Reason, string Learner, DateTimeOffset Since, Guid Id);

/// <summary>Why somebody can't go on.</summary>
public enum StuckReason
{
    /// <summary>Nobody answered the question in time.</summary>
    Question,

    /// <summary>Whoever was asked to be the learning buddy says nothing.</summary>
    Asked,

    /// <summary>No learning buddy was found.</summary>
    NoBuddy,
}
