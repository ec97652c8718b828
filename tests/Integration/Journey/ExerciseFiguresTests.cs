using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ExerciseFiguresOnSqliteTests() : ExerciseFiguresTests(onPostgres: false);

public sealed class ExerciseFiguresOnPostgresTests() : ExerciseFiguresTests(onPostgres: true);

/// <summary>Figures about more learners than are read at once, and more rows than stand on a page.</summary>
public abstract class ExerciseFiguresTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int Learners = 230;

    [Fact]
    public async Task Many_learners_are_counted_and_their_rows_come_in_pages_each_once()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        Stage.Look(db =>
        {
            var (journey, now) = (db.Journeys.Single().Id, Stage.Now);
            for (var number = 0; number < Learners; number++)
            {
                var person = new Person(Guid.CreateVersion7()) { Name = $"Learner {number:000}" };
                var begun = new Participation(Guid.CreateVersion7(), journey, person.Id, now.AddDays(-50));
                var plan = new NudgePlanBegun(Guid.CreateVersion7(), now.AddDays(-40), IsHeldOut: false);
                db.AddRange(person, begun, JourneyEventRow.From(
                    new(Guid.CreateVersion7(), journey, begun.Id, person.Id, person.Id, now.AddDays(-40), plan) { DesignNumber = 1 }));
            }

            return db.SaveChanges();
        });

        await teacher.GoAsync("/exercises");
        Assert.Equal($"{Learners}", teacher.Page.QuerySelector("section[aria-labelledby=effect] tbody td")!.TextContent.Trim());
        await teacher.GoAsync("/exercises/people");
        var names = Names(teacher);
        Assert.Equal(100, names.Count);
        for (var page = 2; page <= 3; page++)
        {
            await teacher.FollowAsync("shared.next-rows");
            names.AddRange(Names(teacher));
        }

        Assert.Equal(Enumerable.Range(1, Learners), names);
    }

    private static List<int> Names(Visitor teacher) =>
        [.. teacher.Page.QuerySelectorAll("tbody th").Select(name => int.Parse(name.TextContent, System.Globalization.CultureInfo.InvariantCulture))];
}
