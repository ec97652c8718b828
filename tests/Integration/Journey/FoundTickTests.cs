using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class FoundTickOnSqliteTests() : FoundTickTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class FoundTickOnPostgresTests() : FoundTickTests(onPostgres: true);

/// <summary>What another system says is completed is ticked off in the sprint that links to it.</summary>
public abstract class FoundTickTests(bool onPostgres) : FoundEvidenceScene(onPostgres)
{
    private const string Reading = "https://course.example/mod/page/view.php?id=7";

    [Fact]
    public async Task A_completed_resource_is_ticked_off_once()
    {
        using var learner = await StartAsync(Learner);
        await SendAsync(Passed, Reading, 0.9);
        await SendAsync(ElsewhereTick.Completed, "https://course.example/other", 0.9);
        await ReadAsync();
        Assert.Empty(Ticks());

        await SendAsync(ElsewhereTick.Completed, "http://course.example/mod/page/view.php?id=7/", 0.9);
        await SendAsync(ElsewhereTick.Completed, Reading, 0.9);
        await ReadAsync();
        await ReadAsync();

        Assert.Single(Ticks());
        Assert.Contains("sprint.progressed", Stage.Look(db => db.Events.Select(row => row.Name).ToList()));
        await learner.GoAsync("/sprints/show?id=s1");
        Assert.NotNull(learner.Page.QuerySelector("#r1 .state.good"));
    }

    [Fact]
    public async Task What_a_learner_did_not_choose_is_not_ticked_off()
    {
        using var learner = await StartAsync(Learner);
        await SendAsync(ElsewhereTick.Completed, "https://course.example/second", 0.9);
        await ReadAsync();

        Assert.Empty(Ticks());
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design => design with
    {
        Sections = design.Sections.With(new SprintsSection(
        [
            new("s1", "One", 0, ["quiet-voices"])
            {
                Resources = [new("r1", "Page", 5) { Link = Reading }, new("r2", "Film", 5) { Link = "https://course.example/film" }],
            },
        ])),
    };

    private List<string> Ticks() => Stage.Look(db =>
        db.Events.Where(row => row.Name == "sprint.part-done").Select(row => row.Payload).ToList());
}
