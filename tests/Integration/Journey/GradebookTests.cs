extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using LineItem = demolms::LearningBuddy.DemoLms.World.LineItem;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GradebookOnSqliteTests() : GradebookTests(onPostgres: false);

public sealed class GradebookOnPostgresTests() : GradebookTests(onPostgres: true)
{
    [Fact]
    public async Task Nodes_that_need_a_column_at_the_same_moment_make_one()
    {
        Room.Course.Remove(Column);
        using var teacher = await ConfirmOneAsync();
        var participation = Posting.ParticipationId;
        Stage.Look(db => db.Journeys.ExecuteUpdate(set => set.SetProperty(journey => journey.LineItemUrl, (string?)null)));

        var made = await Task.WhenAll(MakeAsync(participation), MakeAsync(participation), MakeAsync(participation));

        Assert.Single(made.Distinct());
        Assert.Single(Room.Course.LineItems, item => item.Tag == "journey");
    }

    private async Task<Uri?> MakeAsync(Guid participation)
    {
        await using var scope = Stage.Tool.Services.CreateAsyncScope();
        var desired = await DesiredScore.ReadAsync(
            scope.ServiceProvider.GetRequiredService<BuddyDbContext>(), participation, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<LineItems>().OfAsync(desired!, CancellationToken.None);
    }
}

/// <summary>A score's way into the gradebook, when things go wrong.</summary>
public abstract class GradebookTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private protected LineItem Column => Room.Course.LineItemsOf(Room.Activity).Single();

    private protected GradePosting Posting => Stage.Look(db => db.GradePostings.Single());

    private DeliveryRow Delivery => Stage.Look(db => db.Deliveries.Single(row => row.Kind == DeliveryKind.Score));

    [Fact]
    public async Task A_mark_changed_by_hand_is_not_overwritten_without_a_click()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        Column.Set(Learner.Sub, new Grade(80, "By hand", Stage.World.Clock.GetUtcNow(), IsByHand: true));
        using var learner = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);
        await ReviewAsync(teacher, "reviews.confirm", level: "3");
        await Stage.SendAsync();

        Assert.Equal(80, Column.Grades[Learner.Sub].Score);
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.posting-changed"), teacher.Text, StringComparison.Ordinal);

        await Stage.MoveAsync(TimeSpan.FromSeconds(5));
        await teacher.PressAsync("grades.send-ours");
        await Stage.SendAsync();
        Assert.Equal((80, GradePostingState.KeptInLms, 80), (Column.Grades[Learner.Sub].Score, Posting.State, Posting.FoundInLms));
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.posting-kept"), teacher.Text, StringComparison.Ordinal);

        Column.Set(Learner.Sub, Column.Grades[Learner.Sub] with { IsByHand = false });
        await Stage.MoveAsync(TimeSpan.FromSeconds(5));
        await teacher.PressAsync("grades.send-ours");
        await Stage.SendAsync();
        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
        Assert.Equal(GradePostingState.Sent, Posting.State);
    }

    /// <summary>Moodle marks a cell as overridden when somebody adds no more than feedback: nothing shows it until the next score.</summary>
    [Fact]
    public async Task A_mark_that_the_lms_keeps_is_not_said_to_have_arrived()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        Column.Set(Learner.Sub, Column.Grades[Learner.Sub] with { Comment = "Well done", IsByHand = true });
        using var learner = await Room.OpenAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=keeps-time");
        await learner.PressAsync("evidence.send", ("Situation", "Call."), ("Action", "Ended on time."), ("Outcome", "Relief."));
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync("reviews.confirm", ("Levels[keeps-time]", "2"), ("Worked", "On the minute."), ("Challenge", "Do it again."));
        await Stage.MoveAsync(TimeSpan.FromSeconds(5));

        await Stage.SendAsync();

        Assert.Equal((GradePostingState.KeptInLms, 33.33), (Posting.State, Math.Round(Posting.FoundInLms!.Value, 2)));
    }

    /// <summary>The column is not made a second time, and the score arrives by itself.</summary>
    [Fact]
    public async Task A_course_that_is_closed_for_a_while_gets_the_score_when_it_opens()
    {
        using var first = await ConfirmOneAsync();
        await Stage.SendAsync();
        using var learner = await Room.OpenAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=keeps-time");
        await learner.PressAsync("evidence.send", ("Situation", "Call."), ("Action", "Ended on time."), ("Outcome", "Relief."));
        await first.GoAsync("/reviews");
        await first.FollowAsync("shared.review");
        Stage.World.Failures.Set(Service.Grades, Failure.NotFound);
        await first.PressAsync("reviews.confirm", ("Levels[keeps-time]", "2"), ("Worked", "On the minute."), ("Challenge", "Do it again."));

        await Stage.SendAsync();
        await first.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.activity-gone"), first.Text, StringComparison.Ordinal);

        Stage.World.Failures.Set(Service.Grades, Failure.None);
        await Stage.MoveAsync(TimeSpan.FromHours(1.1));
        await Stage.SendAsync();
        Assert.Equal(66.67, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task A_locked_column_holds_up_no_other()
    {
        Column.IsLocked = true;
        using var first = await ConfirmOneAsync();
        for (var tries = 0; tries < Lane.Patience + 1; tries++)
        {
            await Stage.SendAsync();
            await Stage.MoveAsync(TimeSpan.FromMinutes(10));
        }

        Assert.Contains("500", Delivery.LastAnswer, StringComparison.Ordinal);
        await Room.AddJourneyAsync();
        using var second = await ConfirmOneAsync();

        await Stage.SendAsync();

        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task A_mark_changed_by_hand_can_stay()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        Column.Set(Learner.Sub, new Grade(80, "By hand", Stage.World.Clock.GetUtcNow(), IsByHand: true));
        using var learner = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(learner);
        await ReviewAsync(teacher, "reviews.confirm", level: "3");
        await Stage.SendAsync();
        await teacher.GoAsync("/grades");

        await teacher.PressAsync("grades.keep-theirs");

        Assert.Contains(Wording.Of("grades.posting-arrived"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal(80, Column.Grades[Learner.Sub].Score);
    }

    [Fact]
    public async Task A_gradebook_that_asks_to_wait_is_waited_for()
    {
        Stage.World.Failures.RetryAfter = TimeSpan.FromMinutes(10);
        Stage.World.Failures.Set(Service.Grades, Failure.TooManyRequests, calls: 1);
        using var teacher = await ConfirmOneAsync();

        await Stage.SendAsync();

        Assert.Equal((DeliveryState.Waiting, GradePostingState.Waiting), (Delivery.State, Posting.State));
        Assert.True(Delivery.NextAttemptAt >= Stage.Clock.GetUtcNow().AddMinutes(9));
        await Stage.MoveAsync(TimeSpan.FromMinutes(11));
        await Stage.SendAsync();
        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task A_gradebook_that_is_down_gets_the_score_when_it_is_back()
    {
        Stage.World.Failures.Set(Service.Grades, Failure.ServerError);
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.posting-waiting"), teacher.Text, StringComparison.Ordinal);

        Stage.World.Failures.Set(Service.Grades, Failure.None);
        await Stage.MoveAsync(TimeSpan.FromMinutes(1));
        await Stage.SendAsync();

        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task Somebody_who_left_the_course_is_shown_and_not_tried_again()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        Room.Course.Unenrol(Learner.Sub);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        await Stage.SendAsync();

        Assert.Equal((DeliveryState.Sent, GradePostingState.NotInCourse), (Delivery.State, Posting.State));
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.posting-not-in-course"), teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_comes_back_to_the_course_gets_the_score_after_all()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var enrolment = Room.Course.FindEnrolment(Learner.Sub)!;
        Room.Course.Unenrol(Learner.Sub);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await Stage.SendAsync();
        Room.Course.Enrol(enrolment);

        await Stage.MoveAsync(TimeSpan.FromDays(1.1));
        await Stage.SendAsync();

        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task A_score_that_is_tried_no_more_says_so()
    {
        Stage.World.Failures.Set(Service.Grades, Failure.ServerError);
        using var teacher = await ConfirmOneAsync();
        for (var tries = 0; tries < RetryPolicy.MostAttempts; tries++)
        {
            await Stage.SendAsync();
            await Stage.MoveAsync(TimeSpan.FromHours(1.1));
        }

        // The worker of this host may have the last try under way.
        await Soon.IsAsync(
            () => Task.FromResult((Delivery.State, Posting.State) == (DeliveryState.Parked, GradePostingState.Refused)), () => $"{Delivery.State}, {Posting.State}");
        using var again = await Room.OpenAsync(Room.Teacher);
        Assert.Contains(Wording.OfCount("reviews.marks-to-look-at", 1), again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_confirmations_in_one_second_both_arrive()
    {
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        await Stage.SendAsync();
        await learner.PostAsync("/evidence/new?behaviour=keeps-time");
        await learner.PressAsync("evidence.send", ("Situation", "Call."), ("Action", "Ended on time."), ("Outcome", "Relief."));
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync("reviews.confirm", ("Levels[keeps-time]", "2"), ("Worked", "On the minute."), ("Challenge", "Do it again."));

        await Stage.SendAsync();
        await Stage.MoveAsync(TimeSpan.FromSeconds(10));
        await Stage.SendAsync();

        Assert.Equal(66.67, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task A_column_that_the_teacher_deleted_is_made_again()
    {
        Room.Course.Remove(Column);
        using var teacher = await ConfirmOneAsync();

        await Stage.SendAsync();
        await Stage.MoveAsync(TimeSpan.FromMinutes(1));
        await Stage.SendAsync();

        Assert.Equal(33.33, Room.Course.LineItems.Single(item => item.Tag == "journey").Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task Blocking_a_platform_parks_its_scores_with_the_reason_and_unblocking_sends_them()
    {
        using var teacher = await ConfirmWhileDownAsync();
        await SetAsync(PlatformStatus.Blocked);
        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await Stage.SendAsync();

        Assert.Equal((DeliveryState.Parked, BlockedPlatforms.Answer), (Delivery.State, Delivery.LastAnswer));
        Assert.Equal((GradePostingState.Refused, GradePosting.PlatformBlocked), (Posting.State, Posting.Reason));
        Assert.Empty(Stage.World.ReceivedScores);

        await SetAsync(PlatformStatus.Active);
        await Stage.SendAsync();

        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
        Assert.Equal((DeliveryState.Sent, GradePostingState.Sent), (Delivery.State, Posting.State));
    }

    /// <summary>What becomes due meanwhile is parked by the sender.</summary>
    [Fact]
    public async Task A_score_that_becomes_due_while_the_platform_is_blocked_is_parked_too()
    {
        using var teacher = await ConfirmWhileDownAsync();
        Stage.Look(db => db.Platforms.ExecuteUpdate(set => set.SetProperty(row => row.Status, PlatformStatus.Blocked)));

        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await Stage.SendAsync();

        Assert.Equal((DeliveryState.Parked, BlockedPlatforms.Answer), (Delivery.State, Delivery.LastAnswer));
        Assert.Empty(Stage.World.ReceivedScores);
    }

    /// <summary>As after a kill between the post and noting how it ended: the lease runs out, and nobody knows.</summary>
    [Fact]
    public async Task A_score_whose_sending_was_cut_short_is_read_back_before_it_is_sent_again()
    {
        using var teacher = await ConfirmWhileDownAsync();
        Column.Set(Learner.Sub, new Grade(100.0 / 3, "What worked: …", Stage.World.Clock.GetUtcNow()));
        Leave();

        await Stage.SendAsync();

        Assert.Empty(Stage.World.ReceivedScores);
        Assert.Equal((GradePostingState.Sent, DeliveryState.Sent), (Posting.State, Delivery.State));
    }

    [Fact]
    public async Task A_score_that_had_not_arrived_when_it_was_cut_short_is_sent()
    {
        using var teacher = await ConfirmWhileDownAsync();
        Leave();

        await Stage.SendAsync();

        Assert.Single(Stage.World.ReceivedScores);
        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task A_grade_that_the_gradebook_has_lost_is_known_after_the_next_roster_and_one_click_sends_it_again()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        Column.Set(Learner.Sub, Column.Grades[Learner.Sub] with { Score = null, Comment = null });

        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await teacher.GoAsync("/grades");
        await teacher.PressAsync("grades.look");
        await Stage.SendAsync();

        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/grades/mine");
        Assert.Contains(Wording.Of("grades.posting-missing"), learner.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.missing-in-gradebook"), teacher.Text, StringComparison.Ordinal);
        Assert.Single(Stage.World.ReceivedScores);

        await teacher.PressAsync("shared.send-again");
        await Stage.SendAsync();
        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
        Assert.Equal(GradePostingState.Sent, Posting.State);
    }

    /// <summary>A score waits for its next try, an hour away at most, and nothing of it has reached the gradebook.</summary>
    private async Task<Visitor> ConfirmWhileDownAsync()
    {
        Stage.World.Failures.Set(Service.Grades, Failure.ServerError);
        var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        Assert.Equal(DeliveryState.Waiting, Delivery.State);
        Stage.World.Failures.Set(Service.Grades, Failure.None);
        return teacher;
    }

    private void Leave()
    {
        var before = Stage.Clock.GetUtcNow().AddMinutes(-1);
        Stage.Look(db => db.Deliveries.Where(row => row.Kind == DeliveryKind.Score).ExecuteUpdate(set => set
            .SetProperty(row => row.LeaseOwner, "a node that is gone").SetProperty(row => row.LeasedUntil, before)
            .SetProperty(row => row.NextAttemptAt, before)));
    }

    private async Task SetAsync(PlatformStatus status)
    {
        using var scope = Stage.Tool.Services.CreateScope();
        var platform = Stage.Look(db => db.Platforms.Single().Id);
        await scope.ServiceProvider.GetRequiredService<BlockedPlatforms>().SetAsync(platform, status, CancellationToken.None);
    }
}
