extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;
using LineItem = demolms::LearningBuddy.DemoLms.World.LineItem;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class RestartOnSqliteTests() : RestartTests(onPostgres: false);

public sealed class RestartOnPostgresTests() : RestartTests(onPostgres: true);

/// <summary>Whoever facilitates lets somebody start over, as after a reset of the course: it is said before, and nothing is lost.</summary>
public abstract class RestartTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private LineItem Column => Room.Course.LineItemsOf(Room.Activity).Single();

    private GradePosting Posting => Stage.Look(db => db.GradePostings.Single());

    [Fact]
    public async Task What_was_sent_can_be_read_and_counts_no_more()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        using var learner = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);
        await learner.PostAsync("/evidence/new?behaviour=keeps-time");
        await KeepAsync(learner, "A call that ran over.");
        var told = Stage.Look(db => db.Events.Count());

        await teacher.GoAsync(LearnerPage);
        await teacher.FollowAsync("reviews.start-over");
        Assert.Equal(Wording.Of("journeys.restart-title", Learner.Name), teacher.Heading);
        Assert.Contains("2 pieces of evidence", teacher.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("journeys.restart-grade"), teacher.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("journeys.restart-buddy"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal(told, Stage.Look(db => db.Events.Count()));
        await teacher.PressAsync("journeys.restart-do");

        Assert.Contains(Wording.Of("journeys.done-restarted"), teacher.Text, StringComparison.Ordinal);
        Assert.Null(teacher.Page.QuerySelector("a[data-text='reviews.start-over']"));
        await teacher.GoAsync("/reviews");
        Assert.Equal(Wording.Of("reviews.nobody-waits"), teacher.Heading);
        Assert.Equal((0d, false, GradePostingState.NotYet), (Posting.Given, Posting.IsFinal, Posting.State));
        Assert.Equal(told + 1, Stage.Look(db => db.Events.Count()));
        Assert.Empty(Stage.Look(db => db.BehaviourStandings.ToList()));

        await learner.GoAsync("/news");
        Assert.Contains(Wording.Of("messages.line-journey-restarted", Room.Teacher.Name), learner.Text, StringComparison.Ordinal);
        await learner.GoAsync("/today");
        Assert.NotNull(learner.Page.QuerySelector("a[data-text='journeys.restarted-read']"));
        Assert.NotNull(learner.Page.QuerySelector("a[href*='/evidence/write']"));
        await learner.FollowAsync("journeys.restarted-read");
        var aside = learner.Page.QuerySelector("section[aria-labelledby='set-aside']")!;
        Assert.Equal(2, aside.QuerySelectorAll("li").Length);
        Assert.Contains("A call that ran over.", learner.Text, StringComparison.Ordinal);
        await learner.GoToAsync(new Uri(learner.Address, aside.QuerySelector("a")!.GetAttribute("href")), "same-origin");
        Assert.Contains("I asked Aiko first.", learner.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("shared.set-aside"), learner.Text, StringComparison.Ordinal);
        await learner.GoAsync("/grades/mine");
        Assert.Contains(Wording.Of("grades.kept-until-confirmed", "33.33"), Squeeze(learner.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gradebook_keeps_its_grade_until_the_next_confirmation()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        await RestartAsync(teacher);
        await Stage.SendAsync();
        Assert.Single(Stage.World.ReceivedScores);
        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.kept-until-confirmed", "33.33"), Squeeze(teacher.Text), StringComparison.Ordinal);

        using var learner = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);
        await learner.GoAsync("/today");
        Assert.Null(learner.Page.QuerySelector("a[data-text='journeys.restarted-read']"));
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await Stage.SendAsync();

        Assert.Equal(2, Stage.World.ReceivedScores.Count);
        Assert.Equal((33.33, GradePostingState.Sent), (Math.Round(Posting.Given, 2), Posting.State));
    }

    [Fact]
    public async Task A_score_that_is_under_way_is_not_sent_as_nothing()
    {
        Stage.World.Failures.Set(Service.Grades, Failure.ServerError);
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        await RestartAsync(teacher);
        Stage.World.Failures.Set(Service.Grades, Failure.None);
        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await Stage.SendAsync();

        Assert.Empty(Stage.World.ReceivedScores);
        Assert.Equal(GradePostingState.NotYet, Posting.State);
    }

    [Fact]
    public async Task Two_presses_at_the_same_moment_start_somebody_over_once_and_a_review_comes_too_late()
    {
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);
        var waiting = Stage.Look(db => db.Evidence.Single(piece => piece.State == EvidenceState.Submitted).Id);

        var answers = await Task.WhenAll(teacher.TryAsync(Restart, []), teacher.TryAsync(Restart, []));
        Assert.Equal(new[] { 302, 302 }, answers);
        await teacher.TryAsync($"/reviews/give?handler=Confirm&id={waiting}", [("Levels[quiet-voices]", "2"), ("Worked", "Well."), ("Challenge", "More.")]);

        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "journey.restarted")));
        Assert.Equal(1, Stage.Look(db => db.Reviews.Count()));
        Assert.All(Stage.Look(db => db.Evidence.ToList()), piece => Assert.Equal(EvidenceState.SetAside, piece.State));
        Assert.Equal(404, await learner.TryAsync(Restart, []));
    }

    private string LearnerPage => $"/reviews/learner?id={Stage.Look(db => db.Participations.Single().Id)}";

    private string Restart => $"/journeys/restart?id={Stage.Look(db => db.Participations.Single().Id)}";

    private async Task RestartAsync(Visitor teacher)
    {
        await teacher.GoAsync(Restart);
        await teacher.PressAsync("journeys.restart-do");
        Assert.Contains(Wording.Of("journeys.done-restarted"), teacher.Text, StringComparison.Ordinal);
    }
}
