using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// What statements about a learner need beside the events: the journey, its course, who is who at the platform, and the words.
/// </summary>
internal sealed class StatementScenes(WrittenTexts texts, IOptions<LearningBuddyOptions> options)
{
    /// <summary>The scene of events of one learner.</summary>
    /// <param name="place">Who and where.</param>
    /// <param name="design">The design that held when they happened.</param>
    /// <param name="accounts">How the LMS names everybody in them.</param>
    /// <param name="events">The events.</param>
    /// <param name="ct">Stops.</param>
    public async Task<StatementScene> OfAsync(
        LearnerPlace place, JourneyDesign design, IReadOnlyDictionary<Guid, AccountOfPerson> accounts, IEnumerable<RecordedEvent> events,
        CancellationToken ct)
    {
        var (platform, participation) = (place.Platform, place.Participation);
        var people = accounts.ToDictionary(
            pair => pair.Key, pair => new PersonAccount(platform.Issuer, pair.Value.Subject, pair.Value.Email));
        return new StatementScene
        {
            ToolBase = options.Value.PublicUrl,
            JourneyId = participation.JourneyId,
            Design = design,
            Course = new CourseActivity(
                LmsCatalog.Of(platform.ProductFamilyCode).CourseActivityId(platform.ToPlatform(), place.ContextId),
                place.CourseTitle ?? "Course"),
            Registration = StatementIds.ForRegistration(
                platform.Issuer, people.TryGetValue(participation.PersonId, out var own) ? own.Name : participation.PersonId.ToString("D"),
                participation.JourneyId),
            People = people,
            Texts = await texts.ReadAsync(events, ct),
        };
    }
}
