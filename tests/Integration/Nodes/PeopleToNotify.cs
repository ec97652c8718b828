using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>A course of people, each with a phone of their own, no quiet hour, and one thing that they are to be told.</summary>
internal static class PeopleToNotify
{
    private const string Lms = "https://lms.example";

    private static JourneyDesign Content => new()
    {
        TemplateId = "notify", Title = "Notified", Behaviours = [new Behaviour("one", "do one thing")],
    };

    /// <summary>Adds them; the caller saves.</summary>
    /// <returns>The names of their phones at the push service.</returns>
    public static IReadOnlyList<string> Add(BuddyDbContext db, int count, PushService service, DateTimeOffset now)
    {
        var platform = new PlatformRow
        {
            Id = Guid.CreateVersion7(), Issuer = Lms, ClientId = "notify", Name = "School", RegisteredAt = now, Status = PlatformStatus.Active,
            HomePages = Lms, AuthorizationEndpoint = Lms, TokenEndpoint = Lms, JwksUri = Lms,
        };
        var course = new Course(Guid.CreateVersion7(), platform.Id, "1", "notify");
        var design = new Design(Guid.CreateVersion7(), platform.Id, "notify", now);
        var version = design.Publish(Content, Guid.Empty, now);
        var journey = new LearningBuddy.Shared.Journeys.Journey(Guid.CreateVersion7(), course.Id, "link", now);
        journey.Follow(version);
        db.AddRange(platform, course, design, version, journey);
        return [.. Enumerable.Range(0, count).Select(_ => Add(db, journey, service, now))];
    }

    /// <summary>The name of a phone at the push service: our own key of it.</summary>
    public static string PhoneOf(Guid device) => $"{device:N}";

    private static string Add(BuddyDbContext db, LearningBuddy.Shared.Journeys.Journey journey, PushService service, DateTimeOffset now)
    {
        var person = new Person(Guid.CreateVersion7());
        var preferences = new MessagePreferences(person.Id);
        preferences.Keep(new(new(0, 0), new(0, 0), Weekdays.None), "Etc/UTC");
        var id = Guid.CreateVersion7();
        var phone = PhoneOf(id);
        var device = new Device(id, person.Id, phone, "Phone", now);
        device.Subscribe(new PushSubscription(service.EndpointOf(phone), service.Key, service.Secret, now));
        var participation = new Participation(Guid.CreateVersion7(), journey.Id, person.Id, now);
        var message = new MessageRow
        {
            Id = Guid.CreateVersion7(), Kind = MessageName.CertificationReached, PersonId = person.Id, JourneyId = journey.Id,
            ParticipationId = participation.Id, SubjectId = participation.Id, BehaviourId = "one", CreatedAt = now,
            Pending = MessageChannels.Push, IsInInbox = true,
        };
        db.AddRange(
            person, preferences, device, participation, message, new Enrolment(journey.CourseId, person.Id, EnrolmentRole.Learner),
            DueItemRow.Of(DueKind.Messages, person.Id, now));
        return phone;
    }
}
