using System.Globalization;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>The board of a journey as many people look at it: read once for all of them.</summary>
internal sealed class BoardReadings(SharedReadings readings)
{
    /// <summary>Changes whenever somebody begins, chooses or takes back, and when the choice is closed or opened.</summary>
    public Task<string> VersionAsync(Guid journeyId) => readings.VersionAsync(KeyOf(journeyId), db => ReadVersionAsync(db, journeyId));

    /// <summary>One reading of the board for everybody who sees the same people.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="state">The version it is read for, and the groups that are seen; none for everybody.</param>
    /// <param name="section">The design's part: another design is another board.</param>
    /// <param name="read">Reads it.</param>
    public Task<BoardPicture> SharedAsync(
        Guid journeyId, (string Version, string Groups) state, SprintsSection section, Func<Task<BoardPicture>> read) =>
        readings.SharedAsync((KeyOf(journeyId), state, section), read);

    /// <summary>Forgets the version, so that whoever just changed the board sees it changed.</summary>
    public void Forget(Guid journeyId) => readings.Forget(KeyOf(journeyId));

    /// <summary>Those of some learners who are still there: in the course, and not gone from the journey.</summary>
    internal static IQueryable<Participation> Present(BuddyDbContext db, Guid journeyId, IQueryable<Participation> learners)
    {
        var withdrawn = EventTypes.NameOf<JourneyWithdrawn>();
        var active =
            from journey in db.Journeys
            join enrolment in db.Enrolments on journey.CourseId equals enrolment.CourseId
            where journey.Id == journeyId && enrolment.IsActive
            select enrolment.PersonId;
        return learners.Where(one => active.Contains(one.PersonId)
            && !db.Events.Any(row => row.ParticipationId == one.Id && row.Name == withdrawn));
    }

    private static (string, Guid) KeyOf(Guid journeyId) => ("board", journeyId);

    private static async Task<string> ReadVersionAsync(BuddyDbContext db, Guid journeyId)
    {
        var people = await Present(db, journeyId, db.Participations.Where(one => one.JourneyId == journeyId)).CountAsync();
        var chosen = await db.SprintChoices.Where(row => row.JourneyId == journeyId).GroupBy(row => row.JourneyId)
            .Select(all => new { Count = all.Count(), Newest = all.Max(row => row.ChosenAt) }).SingleOrDefaultAsync();
        var isClosed = await db.ChoiceLocks.AnyAsync(row => row.JourneyId == journeyId);
        return string.Create(
            CultureInfo.InvariantCulture, $"{people}-{chosen?.Count ?? 0}-{chosen?.Newest.UtcTicks ?? 0:x}-{(isClosed ? 1 : 0)}");
    }
}
