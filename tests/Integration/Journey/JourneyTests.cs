using System.Text.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.XApi.Profile;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class JourneyOnSqliteTests() : JourneyTests(onPostgres: false);

public sealed class JourneyOnPostgresTests() : JourneyTests(onPostgres: true);

/// <summary>The main job, end to end, over real HTTP against the demo LMS.</summary>
public abstract class JourneyTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task Evidence_that_is_confirmed_reaches_the_gradebook_with_the_comment()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        await Stage.SendAsync();

        var grade = Assert.Single(Room.Course.LineItemsOf(Room.Activity)).Grades[Learner.Sub];
        Assert.Equal(33.33, grade.Score!.Value, 2);
        Assert.Equal("What worked: You waited, and said her name.\nTry next: Next time, ask two people.\n1 of 3 behaviours confirmed", grade.Comment);
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.posting-arrived"), teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_has_not_started_is_told_how_to_come_to_a_buddy()
    {
        using var learner = await Room.OpenAsync(Learner);

        await learner.GoAsync("/buddies");
        await learner.FollowAsync("shared.back-to-today");

        Assert.NotNull(learner.Form("shared.start"));
    }

    [Fact]
    public async Task Every_step_is_a_statement_that_the_instructor_can_read()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        await Stage.SendAsync();
        await Stage.SendAsync();

        await teacher.GoAsync("/statements");
        Assert.Contains($"{Learner.Name} started Practise and prove", Squeeze(teacher.Text), StringComparison.Ordinal);
        Assert.Contains($"{Learner.Name} sent for review Weekly call, seven people", Squeeze(teacher.Text), StringComparison.Ordinal);
        Assert.Contains($"{Room.Teacher.Name} confirmed", Squeeze(teacher.Text), StringComparison.Ordinal);
        Assert.Equal(0, Stage.Look(db => db.Deliveries.Count(row => row.State != DeliveryState.Sent)));
    }

    [Fact]
    public async Task Returned_evidence_comes_back_with_the_comment_and_goes_out_as_version_two()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");

        await learner.GoAsync("/today");
        Assert.Equal(Wording.Of("reviews.came-back", "Weekly call, seven people, two never speak."), learner.Heading);
        await learner.FollowAsync("reviews.read-comment");
        Assert.Contains("Next time, ask two people.", learner.Text, StringComparison.Ordinal);
        await learner.FollowAsync("shared.go-on-writing");
        await learner.PressAsync("evidence.send", ("Outcome", "This time two people spoke."));

        Assert.Contains("version 2", learner.Text, StringComparison.Ordinal);
        await teacher.GoAsync("/reviews");
        Assert.Contains("version 2", teacher.Text, StringComparison.Ordinal);
        Assert.Empty(Room.Course.LineItemsOf(Room.Activity).Single().Grades);
    }

    [Fact]
    public async Task A_buddy_accepts_reads_what_was_sent_and_attests_it()
    {
        using var learner = await StartAsync(Learner);
        await ComeInAsync(Buddy);
        await learner.AskAsync(PersonId(Buddy));
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        await WriteAndSendAsync(learner);

        await buddy.GoAsync("/buddies");
        await buddy.FollowAsync("buddies.read");
        await buddy.PressAsync("evidence.attest", ("basis", "Present"), ("words", "I was in that call."));

        Assert.Contains(Wording.Of("evidence.done-attested"), buddy.Text, StringComparison.Ordinal);
        await learner.GoAsync("/today");
        Assert.Contains(Wording.Of("shared.seen-by-others"), learner.Text, StringComparison.Ordinal);
        Assert.Equal(1, Stage.Look(db => db.Attestations.Count()));
    }

    [Fact]
    public async Task A_declined_invitation_tells_the_reason_to_the_learner_alone_and_asks_for_another()
    {
        using var learner = await StartAsync(Learner);
        await ComeInAsync(Buddy);
        await learner.AskAsync(PersonId(Buddy));
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");

        await buddy.PressAsync("buddies.decline", ("reason", "Holidays until May."));

        await learner.GoAsync("/buddies");
        Assert.Contains("Holidays until May.", learner.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("buddies.whom-to-ask"), learner.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Holidays", Stage.Look(db => string.Join('\n', db.Events.Select(row => row.Payload))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_makes_whoever_has_it_the_buddy()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.invite-by-code");
        var code = learner.Page.QuerySelector("#code")!.TextContent;
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");

        await buddy.PressAsync("buddies.join", ("code", code.ToLowerInvariant()));

        Assert.Contains(Learner.Name, buddy.Text, StringComparison.Ordinal);
        await learner.GoAsync("/buddies");
        Assert.Contains(Buddy.Name, learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_nudge_comes_when_it_is_due_and_becomes_evidence()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await Stage.SendAsync();
        await learner.GoAsync("/inbox");
        Assert.Equal(Wording.Of("nudges.nothing-waits"), learner.Heading);

        await Stage.MoveToNudgeAsync();

        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync("/inbox");
        Assert.Equal(Wording.Of("shared.small-exercise"), later.Heading);
        await later.PressAsync("nudges.did-it");
        Assert.Equal(Wording.Of("evidence.write"), later.Heading);
        Assert.NotEmpty(later.Page.QuerySelector("blockquote")!.TextContent);
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.acted-on")));
    }

    [Theory]
    [InlineData("nudges.in-an-hour", "nudges.done-hour", 1)]
    [InlineData("shared.tomorrow#start", "nudges.done-snoozed", 24)]
    [InlineData("nudges.next-week", "nudges.done-week", 168)]
    public async Task An_exercise_is_put_off_for_as_long_as_one_likes_and_not_into_a_quiet_hour(string button, string said, int hours)
    {
        using (await ConfirmOneAsync())
        {
            await Stage.MoveToNudgeAsync();
        }

        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/inbox");
        await learner.PressAsync(button);
        Assert.Contains(Wording.Of(said), learner.Text, StringComparison.Ordinal);

        var put = Stage.Look(db => db.Events.OrderBy(row => row.Sequence).AsEnumerable().Last(row => row.Name == "nudge.snoozed").ToEvent());
        var until = ((NudgeSnoozed)put.What).Until;
        var wanted = put.OccurredAt.AddHours(hours);
        Assert.InRange(until, wanted.AddSeconds(-1), wanted.AddDays(3));
        Assert.InRange(until.UtcDateTime.Hour, 8, 18);
    }

    [Fact]
    public async Task The_teacher_comes_from_the_gradebook_to_this_learners_work()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);

        using var teacher = await Room.ReviewFromGradebookAsync(Learner);

        Assert.Equal(Learner.Name, teacher.Heading);
        Assert.NotNull(teacher.Page.QuerySelector(".next a[data-text='shared.review']"));
    }

    [Fact]
    public async Task What_is_written_before_there_is_a_buddy_is_about_the_behaviour_that_comes_next()
    {
        using var learner = await StartAsync(Learner);
        await learner.PressAsync("buddies.write-first");

        await learner.PressAsync("evidence.send", ("Situation", "A call."), ("Action", "I asked."), ("Outcome", "They spoke."));

        Assert.Contains(Wording.Of("evidence.done-sent"), learner.Text, StringComparison.Ordinal);
        Assert.Equal(["quiet-voices"], Stage.Look(db => db.EvidenceVersions.Single().Text.BehaviourIds));
    }

    [Fact]
    public async Task Sending_with_something_missing_keeps_every_word()
    {
        using var learner = await StartAsync(Learner);
        await learner.PressAsync("buddies.write-first");

        await learner.PressAsync("evidence.send", ("Situation", "Weekly call, seven people."));

        Assert.Contains(Wording.Of("evidence.gaps"), learner.Text, StringComparison.Ordinal);
        Assert.Equal("Weekly call, seven people.", learner.Page.QuerySelector("#Situation")!.TextContent);
        Assert.Equal("true", learner.Page.QuerySelector("#Action")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_review_without_the_challenge_keeps_what_was_typed()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.FollowAsync("shared.review");

        await teacher.PressAsync("reviews.confirm", ("Levels[quiet-voices]", "2"), ("Worked", "You waited."));

        Assert.Contains(Wording.Of("reviews.challenge-missing"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal("You waited.", teacher.Page.QuerySelector("#Worked")!.TextContent);
        Assert.NotNull(teacher.Page.QuerySelector("input[value='2'][checked]"));
    }

    [Fact]
    public async Task Certified_is_who_has_shown_it_twice_on_two_days_with_other_eyes()
    {
        using var learner = await StartAsync(Learner);
        await ComeInAsync(Buddy);
        await learner.AskAsync(PersonId(Buddy));
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        await WriteAndSendAsync(learner, ("AppliedOn", "2026-11-02"));
        await buddy.GoAsync("/buddies");
        await buddy.FollowAsync("buddies.read");
        await buddy.PressAsync("evidence.attest", ("basis", "Present"));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        Assert.Equal(0, Stage.Look(db => db.Events.Count(row => row.Name == "certification.reached")));

        await WriteAndSendAsync(learner, ("AppliedOn", "2026-11-09"));
        await ReviewAsync(teacher, "reviews.confirm", level: "3");

        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "certification.reached")));
        await learner.GoAsync("/today");
        Assert.Contains("certified", learner.Text, StringComparison.Ordinal);
    }
}
