using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Reads learners: who and where in one question, what happened in another.</summary>
public sealed class LearnerReader(BuddyDbContext db, DesignLibrary designs)
{
    /// <summary>All events of one participation, oldest first.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> HistoryAsync(Guid participationId, CancellationToken ct)
    {
        var rows = await db.Events.AsNoTracking()
            .Where(row => row.ParticipationId == participationId)
            .OrderBy(row => row.Sequence)
            .ToListAsync(ct);
        return [.. rows.Select(row => row.ToEvent())];
    }

    /// <summary>What the events of one participation add up to.</summary>
    public async Task<Progress> ProgressAsync(Guid participationId, CancellationToken ct) =>
        Progress.From(await HistoryAsync(participationId, ct));

    /// <summary>The same for several, read at once.</summary>
    internal async Task<IReadOnlyDictionary<Guid, Progress>> ProgressesAsync(IEnumerable<Guid> participations, CancellationToken ct)
    {
        var ids = participations.ToList();
        var rows = await db.Events.AsNoTracking().Where(row => ids.Contains(row.ParticipationId)).ToListAsync(ct);
        var histories = rows.ToLookup(row => row.ParticipationId);
        return ids.ToDictionary(
            id => id, id => Progress.From([.. histories[id].OrderBy(row => row.Sequence).Select(row => row.ToEvent())]));
    }

    /// <summary>A learner with everything a change needs; null when there is none, or the journey has no design.</summary>
    internal async Task<LearnerState?> FindAsync(Guid participationId, CancellationToken ct) =>
        await PlaceAsync(participationId, ct) is { } place ? new LearnerState(place, await ProgressAsync(participationId, ct)) : null;

    /// <summary>Who a learner is, and where; null when there is none, or the journey has no design.</summary>
    internal async Task<LearnerPlace?> PlaceAsync(Guid participationId, CancellationToken ct)
    {
        var found = await (
            from participation in db.Participations
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            join person in db.People on participation.PersonId equals person.Id
            join enrolment in db.Enrolments
                on new { journey.CourseId, participation.PersonId } equals new { enrolment.CourseId, enrolment.PersonId } into enrolments
            from enrolment in enrolments.DefaultIfEmpty()
            where participation.Id == participationId
            select new
            {
                participation,
                journey,
                platform,
                course.ContextId,
                course.Title,
                ChosenZone = db.MessagePreferences.Where(said => said.PersonId == person.Id).Select(said => said.TimeZone).FirstOrDefault(),
                person.TimeZone,
                IsActive = enrolment != null && enrolment.IsActive,
                IsTestUser = enrolment != null && enrolment.IsTestUser,
            }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found?.journey.DesignId is not { } designId)
        {
            return null;
        }

        var design = await designs.GetAsync(db, designId, found.journey.DesignNumber, ct);
        return new LearnerPlace(
            found.participation, found.journey, design, found.platform, found.ContextId, found.Title,
            ZoneOf(found.ChosenZone, found.TimeZone, design), found.IsActive, found.IsTestUser);
    }

    /// <summary>A person's time zone, else the journey's, else UTC.</summary>
    internal static TimeZoneInfo ZoneOf(string? person, JourneyDesign? design) => ZoneOf(person, null, design);

    /// <summary>The zone somebody chose, else the one that was told about them, else the journey's, else UTC.</summary>
    internal static TimeZoneInfo ZoneOf(string? chosen, string? told, JourneyDesign? design)
    {
        foreach (var name in new[] { chosen, told, design?.TimeZone })
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(name ?? "", out var zone))
            {
                return zone;
            }
        }

        return TimeZoneInfo.Utc;
    }
}
