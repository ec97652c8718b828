using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>Reads a learner's journeys side by side, whatever course they are in.</summary>
internal sealed class OwnJourneys(BuddyDbContext db, DesignLibrary designs, MessageWords words, Localizer texts)
{
    private const int MostNews = 5;
    private const int MostDrafts = 10;

    /// <summary>Journeys of the courses in which somebody learns, those they began first.</summary>
    public async Task<IReadOnlyList<OwnJourney>> OfAsync(Guid personId, CancellationToken ct)
    {
        var found = await (
            from enrolment in db.Enrolments
            join course in db.Courses on enrolment.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            join journey in db.Journeys on course.Id equals journey.CourseId
            where enrolment.PersonId == personId && enrolment.IsActive && enrolment.Role == EnrolmentRole.Learner
                && platform.Status != PlatformStatus.Blocked && journey.DesignId != null
            select new
            {
                journey.Id, journey.DesignId, journey.DesignNumber, course.Title,
                StartedAt = db.Participations.Where(own => own.JourneyId == journey.Id && own.PersonId == personId)
                    .Select(own => (DateTimeOffset?)own.StartedAt).SingleOrDefault(),
                Waits = db.Attention.Count(
                    row => row.JourneyId == journey.Id && row.Audience == AttentionAudience.Person && row.PersonId == personId),
            }).AsNoTracking().ToListAsync(ct);
        var all = new List<OwnJourney>();
        foreach (var one in found.OrderBy(one => one.StartedAt is null).ThenByDescending(one => one.StartedAt).ThenBy(one => one.Title))
        {
            var design = await designs.GetAsync(db, one.DesignId!.Value, one.DesignNumber, ct);
            all.Add(new(one.Id, design, one.Title, one.StartedAt is not null, one.Waits));
        }

        return all;
    }

    /// <summary>The newest things they were told and have not read, over all of them.</summary>
    public async Task<IReadOnlyList<OwnNews>> NewsAsync(Guid personId, IReadOnlyList<OwnJourney> journeys, CancellationToken ct)
    {
        var ids = journeys.Select(journey => journey.Id).ToList();
        var rows = await Unread(personId).Where(row => ids.Contains(row.JourneyId))
            .OrderByDescending(row => row.CreatedAt).Take(MostNews).ToListAsync(ct);
        var lines = await LinesAsync(personId, rows, journeys, ct);
        return [.. rows.Zip(lines, (row, line) => new OwnNews(DevicePath.Of(row.JourneyId, $"/news?handler=Open&id={row.Id}"), line))];
    }

    /// <summary>The newest of what they were told in courses in which they don't learn: a device opens none of those.</summary>
    public async Task<IReadOnlyList<LocalizedText>> ElsewhereAsync(
        Guid personId, IReadOnlyList<OwnJourney> journeys, CancellationToken ct)
    {
        var ids = journeys.Select(journey => journey.Id).ToList();
        var rows = await Unread(personId).Where(row => !ids.Contains(row.JourneyId))
            .OrderByDescending(row => row.CreatedAt).Take(MostNews).ToListAsync(ct);
        return await LinesAsync(personId, rows, journeys, ct);
    }

    private IQueryable<MessageRow> Unread(Guid personId) =>
        db.Messages.AsNoTracking().Where(row => row.PersonId == personId && row.IsInInbox && row.ReadAt == null);

    private async Task<IReadOnlyList<LocalizedText>> LinesAsync(
        Guid personId, IReadOnlyList<MessageRow> rows, IReadOnlyList<OwnJourney> journeys, CancellationToken ct)
    {
        var told = await db.People.Where(person => person.Id == personId).Select(person => person.TimeZone).SingleOrDefaultAsync(ct);
        var chosen = await db.MessagePreferences.Where(said => said.PersonId == personId)
            .Select(said => said.TimeZone).SingleOrDefaultAsync(ct);
        var zone = LearnerReader.ZoneOf(chosen, told, journeys.Count == 1 ? journeys[0].Design : null);
        return await words.LinesAsync(rows, await words.DesignsAsync(rows, ct), texts, zone, ct);
    }

    /// <summary>What they began to write, over all of them: the newest first.</summary>
    public async Task<IReadOnlyList<OwnDraft>> DraftsAsync(Guid personId, IReadOnlyList<OwnJourney> journeys, CancellationToken ct)
    {
        var ids = journeys.Select(journey => journey.Id).ToList();
        var rows = await (
            from piece in db.Evidence
            join own in db.Participations on piece.ParticipationId equals own.Id
            where own.PersonId == personId && ids.Contains(own.JourneyId) && piece.State == EvidenceState.Drafted
            orderby piece.StartedAt descending
            select new { own.JourneyId, piece.Id }).Take(MostDrafts).ToListAsync(ct);
        var titles = await EvidenceTitles.OfAsync(db, rows.Select(row => row.Id), ct);
        return
        [
            .. rows.Select(row => new OwnDraft(
                DevicePath.Of(row.JourneyId, $"/evidence/write?id={row.Id}"), titles.GetValueOrDefault(row.Id, ""),
                journeys.First(journey => journey.Id == row.JourneyId).Design.Title)),
        ];
    }
}

/// <summary>A journey of somebody's own.</summary>
/// <param name="Id">The journey.</param>
/// <param name="Design">Its design.</param>
/// <param name="Course">What the LMS calls the course, or null.</param>
/// <param name="HasBegun">Whether they began it.</param>
/// <param name="Waits">How many things wait for them there.</param>
internal sealed record OwnJourney(Guid Id, JourneyDesign Design, string? Course, bool HasBegun, int Waits);

/// <summary>Something they were told.</summary>
/// <param name="Address">Where it can be seen.</param>
/// <param name="Text">What.</param>
internal sealed record OwnNews(string Address, LocalizedText Text);

/// <summary>Something they began to write.</summary>
/// <param name="Address">Where they go on.</param>
/// <param name="Title">What it is called; empty where that isn't written yet.</param>
/// <param name="Journey">The journey.</param>
internal sealed record OwnDraft(string Address, string Title, string Journey);
