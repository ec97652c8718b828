using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Sessions;

/// <summary>The questions of every request, compiled once. They belong to one database, so this is a singleton of the host and not static.</summary>
internal sealed class SessionQueries
{
    /// <summary>A session with its person and journey, by the hash of its handle.</summary>
    public Func<BuddyDbContext, string, Task<SessionReading?>> ByHandle { get; } = EF.CompileAsyncQuery(
        (BuddyDbContext db, string handleHash) =>
            (from session in db.Sessions
             join person in db.People on session.PersonId equals person.Id
             join journey in db.Journeys on session.JourneyId equals (Guid?)journey.Id into journeys
             from journey in journeys.DefaultIfEmpty()
             where session.HandleHash == handleHash
             select new SessionReading(session, person.Id, person.Name, person.ChosenName, journey != null ? journey.Definition : null)).AsNoTracking().FirstOrDefault());

    /// <summary>How many nudges wait in a person's inbox.</summary>
    public Func<BuddyDbContext, Guid, Guid, Task<int>> WaitingNudges { get; } = EF.CompileAsyncQuery(
        (BuddyDbContext db, Guid journeyId, Guid personId) =>
            (from nudge in db.Nudges
             join participation in db.Participations on nudge.ParticipationId equals participation.Id
             where participation.JourneyId == journeyId && participation.PersonId == personId && nudge.SentAt != null && nudge.SettledAt == null
             select nudge).Count());

    /// <summary>A person's participation in a journey.</summary>
    public Func<BuddyDbContext, Guid?, Guid, Task<Participation?>> Participation { get; } = EF.CompileAsyncQuery(
        (BuddyDbContext db, Guid? journeyId, Guid personId) =>
            db.Participations.SingleOrDefault(participation => participation.JourneyId == journeyId && participation.PersonId == personId));

    /// <summary>Learners who wait for a person's answer to their invitation, the longest wait first.</summary>
    public Func<BuddyDbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Person>> InvitedBy { get; } = EF.CompileAsyncQuery(
        (BuddyDbContext db, Guid journeyId, Guid personId, DateTimeOffset now) =>
            (from pair in db.BuddyPairs
             join participation in db.Participations on pair.ParticipationId equals participation.Id
             join learner in db.People on participation.PersonId equals learner.Id
             where pair.BuddyId == personId && pair.State == BuddyPairState.Invited && pair.ExpiresAt > now && participation.JourneyId == journeyId
             orderby pair.InvitedAt
             select learner).AsNoTracking().Take(10));
}

/// <summary>A session as it is stored, with what it needs of person and journey.</summary>
internal sealed record SessionReading(SessionRow Session, Guid PersonId, string? Name, string? ChosenName, JourneyDefinition? Definition);
