extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ManyAtOnceOnSqliteTests() : ManyAtOnceTests(onPostgres: false);

public sealed class ManyAtOnceOnPostgresTests() : ManyAtOnceTests(onPostgres: true);

/// <summary>A whole class that works in the same minutes: writers wait for one another, and nobody is turned away.</summary>
public abstract class ManyAtOnceTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int People = 30;

    [Fact]
    public async Task A_class_writes_and_sends_at_the_same_time_while_the_outbox_works()
    {
        // Each step asserts that the page it expects came back.
        var work = Task.WhenAll(Class().Select(WorkAsync));
        while (!work.IsCompleted)
        {
            await Stage.SendAsync();
        }

        await work;
        await Stage.SendAsync();

        Assert.Equal(People, Stage.Look(db => db.Evidence.Count(piece => piece.State == EvidenceState.Submitted)));
        Assert.Equal(0, Stage.Look(db => db.Deliveries.Count(delivery => delivery.State != DeliveryState.Sent)));
    }

    private async Task WorkAsync(Person person)
    {
        using var learner = await StartAsync(person);
        await learner.GoAsync("/buddies");
        await WriteAndSendAsync(learner);
        using var again = await Room.OpenAsync(person);
        Assert.Equal(System.Net.HttpStatusCode.OK, again.Status);
    }

    private List<Person> Class()
    {
        var people = Enumerable.Range(0, People)
            .Select(number => new Person($"{7000 + number}", $"many{number}", "Many", $"Number {number:00}", $"many{number}@example.edu"))
            .ToList();
        foreach (var person in people)
        {
            Room.School.Add(person);
            Room.Course.Enrol(new Enrolment(person, CourseRole.Learner));
        }

        return people;
    }
}
