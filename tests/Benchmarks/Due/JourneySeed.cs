using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;

namespace LearningBuddy.Tests.Benchmarks.Due;

/// <summary>A journey in which many learners have started, written straight into the database.</summary>
internal static class JourneySeed
{
    /// <summary>Fills an empty database.</summary>
    /// <returns>Keys of the participations.</returns>
    public static async Task<List<Guid>> FillAsync(BuddyDbContext db, int learners)
    {
        var (now, journeyId) = (DateTimeOffset.UtcNow, await JourneyAsync(db, design => design));
        var participations = new List<Guid>();
        for (var number = 0; number < learners; number++)
        {
            var person = new Person(Guid.CreateVersion7()) { Name = $"Learner {number:0000}" };
            var participation = new Participation(Guid.CreateVersion7(), journeyId, person.Id, now);
            var started = new RecordedEvent(Guid.CreateVersion7(), journeyId, participation.Id, person.Id, person.Id, now, new JourneyStarted()) { DesignNumber = 1 };
            db.AddRange(person, participation, JourneyEventRow.From(started));
            participations.Add(participation.Id);
        }

        await db.SaveChangesAsync();
        return participations;
    }

    /// <summary>Writes a journey with nobody in it.</summary>
    /// <returns>Its key.</returns>
    public static async Task<Guid> JourneyAsync(BuddyDbContext db, Func<JourneyDesign, JourneyDesign> change)
    {
        var now = DateTimeOffset.UtcNow;
        const string Lms = "https://lms.example";
        var platform = new PlatformRow
        {
            Id = Guid.CreateVersion7(), Issuer = Lms, ClientId = "due", Name = "School", RegisteredAt = now, Status = PlatformStatus.Active,
            HomePages = Lms, AuthorizationEndpoint = Lms, TokenEndpoint = Lms, JwksUri = Lms,
        };
        var course = new Course(Guid.CreateVersion7(), platform.Id, "1", "due");
        var design = new Design(Guid.CreateVersion7(), platform.Id, "due", now);
        var version = design.Publish(change(Content), Guid.Empty, now);
        var journey = new Journey(Guid.CreateVersion7(), course.Id, "link", now);
        journey.Follow(version);
        db.AddRange(platform, course, design, version, journey);
        await db.SaveChangesAsync();
        return journey.Id;
    }

    private static JourneyDesign Content => new()
    {
        TemplateId = "due",
        Title = "Due",
        Behaviours = [new Behaviour("one", "do one thing")],
        Sections = DesignSections.Of([new EvidenceSection(), new NudgesSection()]),
    };
}
