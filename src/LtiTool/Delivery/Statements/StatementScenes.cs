using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Looks up what statements about a participation need: the journey, its course and who is who at the platform.</summary>
internal sealed class StatementScenes(IOptions<LearningBuddyOptions> options)
{
    /// <summary>The scene of an event.</summary>
    public async Task<StatementScene> OfAsync(BuddyDbContext db, RecordedEvent recorded, CancellationToken ct)
    {
        var place = await (
            from journey in db.Journeys
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            where journey.Id == recorded.JourneyId
            select new { journey.Definition!.Title, course.ContextId, CourseTitle = course.Title, Platform = platform }).AsNoTracking().SingleAsync(ct);
        var ids = PeopleOf(recorded).ToHashSet();
        var people = await db.People.AsNoTracking()
            .Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => new PersonAccount(place.Platform.Issuer, person.Subject, person.Email), ct);
        return new StatementScene
        {
            ToolBase = options.Value.PublicUrl,
            JourneyId = recorded.JourneyId,
            JourneyTitle = place.Title,
            Course = new CourseActivity(LmsCatalog.Of(place.Platform.ProductFamilyCode).CourseActivityId(place.Platform.ToPlatform(), place.ContextId), place.CourseTitle ?? "Course"),
            Registration = StatementIds.ForRegistration(place.Platform.Issuer, people[recorded.LearnerId].Name, recorded.JourneyId),
            Language = "en",
            People = people,
        };
    }

    private static IEnumerable<Guid> PeopleOf(RecordedEvent recorded)
    {
        yield return recorded.LearnerId;
        yield return recorded.ActorId;
        switch (recorded.What)
        {
            case JourneyEvent.BuddyInvited { BuddyId: { } buddy }:
                yield return buddy;
                break;
            case JourneyEvent.Certified certified:
                yield return certified.FacilitatorId;
                break;
            case JourneyEvent.PracticeAttempted attempted:
                yield return attempted.PartnerId;
                break;
            case JourneyEvent.BuddyMeetingHeld held:
                foreach (var attendee in held.Attendees)
                {
                    yield return attendee;
                }

                break;
            case JourneyEvent.CircleMet met:
                foreach (var attendee in met.Attendees)
                {
                    yield return attendee;
                }

                break;
            default:
                break;
        }
    }
}
