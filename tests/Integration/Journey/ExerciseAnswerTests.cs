using System.Net;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ExerciseAnswerOnSqliteTests() : ExerciseAnswerTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class ExerciseAnswerOnPostgresTests() : ExerciseAnswerTests(onPostgres: true);

/// <summary>An exercise is answered from its mail, on a phone that knows nothing of the course.</summary>
public abstract class ExerciseAnswerTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private Mailbox Mail => new(Stage, "ada@home.example");

    [Fact]
    public async Task From_the_mail_an_exercise_becomes_evidence_and_looking_at_the_link_changes_nothing()
    {
        using var phone = await OpenMailAsync();
        var before = Stage.Look(db => db.Events.Count());
        for (var scan = 0; scan < 3; scan++)
        {
            await phone.GoToAsync(phone.Address);
        }

        Assert.Equal(before, Stage.Look(db => db.Events.Count()));
        var asked = phone.Heading;

        await phone.PressAsync("nudges.did-it");

        Assert.Equal(Wording.Of("nudges.what-happened"), phone.Heading);
        Assert.Contains(asked, phone.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", phone.Page.QuerySelector("#Action")!.TextContent);
        Assert.Equal("A meeting", phone.Page.QuerySelector("#Situation")!.TextContent);
        Assert.NotEqual("", phone.Page.QuerySelector("#AppliedOn")!.GetAttribute("value"));
        Assert.Equal(1, Stage.Look(db => db.Evidence.Count()));

        await phone.PressAsync("nudges.send", ("Action", "I asked and waited."), ("Outcome", ""));

        Assert.NotNull(phone.Page.QuerySelector("#missing"));
        Assert.Equal("I asked and waited.", phone.Page.QuerySelector("#Action")!.TextContent);

        await phone.PressAsync("nudges.send", ("Action", "I asked and waited."), ("Outcome", "They spoke."));

        Assert.Equal(Wording.Of("nudges.sent-title"), phone.Heading);
        var piece = Stage.Look(db => db.Evidence.Include(one => one.Versions).OrderBy(one => one.StartedAt).Last());
        Assert.Equal(EvidenceState.Submitted, piece.State);
        Assert.Equal(("I asked and waited.", "A meeting"), (piece.Draft.Action, piece.Draft.Situation));
        Assert.NotNull(piece.Draft.ExerciseId);
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.acted-on")));

        using var teacher = await Room.OpenAsync(Room.Teacher);
        Assert.Contains(Learner.Name, teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_again_and_again_it_is_sent_once()
    {
        using var phone = await OpenMailAsync();
        var page = phone.Address;
        await phone.PressAsync("nudges.did-it");
        var form = new[] { ("Situation", "Call"), ("Action", "I asked."), ("Outcome", "They spoke."), ("AppliedOn", "2026-01-05") };
        for (var time = 0; time < 3; time++)
        {
            await phone.SubmitAsync(Handler(page, "Send"), form.Select(one => KeyValuePair.Create(one.Item1, one.Item2)));
            await phone.SubmitAsync(Handler(page, "Done"), []);
        }

        Assert.Equal(2, Stage.Look(db => db.Evidence.Count()));
        Assert.Equal(2, Stage.Look(db => db.Events.Count(row => row.Name == "evidence.submitted")));
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.acted-on")));
    }

    /// <summary>The phone had no connection while the learner wrote more in the course.</summary>
    [Fact]
    public async Task Older_words_from_a_phone_are_given_back_and_overwrite_nothing()
    {
        using var phone = await OpenMailAsync();
        var page = phone.Address;
        await phone.PressAsync("nudges.did-it");
        await phone.PressAsync("nudges.keep", ("Action", "I asked."), ("Outcome", ""));
        using (var learner = await Room.OpenAsync(Learner))
        {
            await learner.GoAsync("/evidence");
            await learner.FollowAsync("shared.go-on-writing");
            await learner.PressAsync("evidence.keep", ("Action", "I asked everybody, and waited."), ("Outcome", "They spoke."));
        }

        foreach (var handler in new[] { "Keep", "Send" })
        {
            await phone.SubmitAsync(
                Handler(page, handler), new Dictionary<string, string> { ["Action"] = "I asked two.", ["Outcome"] = "Nothing.", ["DraftNumber"] = "1" });
            Assert.Equal(HttpStatusCode.Conflict, phone.Status);
            Assert.Contains("I asked two.", phone.Page.Body!.InnerHtml, StringComparison.Ordinal);
        }

        var piece = Stage.Look(db => db.Evidence.OrderBy(one => one.StartedAt).Last());
        Assert.Equal(("I asked everybody, and waited.", EvidenceState.Drafted), (piece.Draft.Action, piece.State));
    }

    [Theory]
    [InlineData("nudges.not-yet", "nudges.done-not-yet", "nudge.acted-on")]
    [InlineData("nudges.next-week", "nudges.done-week", "nudge.snoozed")]
    [InlineData("nudges.dismiss", "nudges.done-dismissed", "nudge.dismissed")]
    public async Task Every_other_answer_is_noted_once_and_said(string button, string said, string happened)
    {
        using var phone = await OpenMailAsync();
        var page = phone.Address;

        await phone.PressAsync(button);

        Assert.Contains(Wording.Of(said), phone.Text, StringComparison.Ordinal);
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == happened)));
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.opened")));
        await phone.GoToAsync(page);
        Assert.Null(phone.Page.QuerySelector("form"));
    }

    [Fact]
    public async Task Whoever_left_the_course_answers_nothing_and_a_made_up_link_leads_nowhere()
    {
        using var phone = await OpenMailAsync();
        var page = phone.Address;
        var id = Guid.Parse(PersonId(Learner));
        Stage.Look(db => db.Enrolments.Where(row => row.PersonId == id).ExecuteUpdate(set => set.SetProperty(row => row.IsActive, false)));

        await phone.GoToAsync(page);
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("nudges.gone-title")), (phone.Status, phone.Heading));
        await phone.SubmitAsync(Handler(page, "Done"), []);
        Assert.Equal(0, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.acted-on")));

        await phone.GoToAsync(new Uri(page, "/n/e-none?culture=ar"));
        Assert.Equal((HttpStatusCode.NotFound, "ar"), (phone.Status, phone.Language));

        // A link to choose what arrives answers no exercise.
        var tokens = Stage.Tool.Services.GetRequiredService<MailTokens>();
        await phone.GoToAsync(new Uri(page, "/n/e-" + tokens.ChoicePage(id, "en").Segments[^1]));
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
    }

    [Fact]
    public async Task A_learner_moves_exercises_and_chooses_how_many_come()
    {
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/inbox");
        await learner.FollowAsync("nudges.my-plan");
        Assert.Equal(6, learner.Page.QuerySelectorAll("ol.rows > li").Length);

        await learner.PressAsync("nudges.keep-pace", ("pace", nameof(NudgePace.Small)));
        Assert.Contains(Wording.Of("nudges.done-plan"), learner.Text, StringComparison.Ordinal);
        Assert.Equal(3, learner.Page.QuerySelectorAll("ol.rows > li").Length);

        var day = DateTime.UtcNow.Date.AddDays(40);
        await learner.PressAsync("nudges.move-here", ("day", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        // On a weekend it comes after it.
        var due = Stage.Look(db => db.DueItems.Where(row => row.Kind == "nudge").Select(row => row.DueAt).ToList()).Max();
        Assert.InRange(due.UtcDateTime.Date, day, day.AddDays(3));
        await learner.GoAsync("/preferences");
        Assert.Equal(200, (int)learner.Status);
    }

    /// <summary>A day that can't be had is said, and so is one on which nothing comes: then it comes on the next.</summary>
    [Fact]
    public async Task A_bad_day_and_a_weekend_are_said_when_an_exercise_is_moved()
    {
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/inbox/plan");
        var before = Stage.Look(db => db.Events.Count(row => row.Name == "nudge.moved"));
        foreach (var bad in new[] { "2020-01-01", "2999-01-01", "no day", "" })
        {
            await learner.PressAsync("nudges.move-here", ("day", bad));
            Assert.NotNull(learner.Page.QuerySelector("#bad-day[role=alert]"));
        }

        Assert.Equal(before, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.moved")));
        var saturday = Enumerable.Range(30, 7).Select(days => Stage.Now.UtcDateTime.Date.AddDays(days)).Single(day => day.DayOfWeek == DayOfWeek.Saturday);
        await learner.PressAsync("nudges.move-here", ("day", Iso(saturday)));

        Assert.Contains("Sat", learner.Page.QuerySelector("#shifted")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mon", learner.Page.QuerySelector("#shifted")!.TextContent, StringComparison.Ordinal);
        await learner.PressAsync("nudges.move-here", ("day", Iso(saturday.AddDays(3))));
        Assert.Null(learner.Page.QuerySelector("#shifted, #bad-day"));
        Assert.Contains(Wording.Of("nudges.done-plan"), learner.Text, StringComparison.Ordinal);

        static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Inbox, mail and evidence say one exercise in the same words.</summary>
    [Fact]
    public async Task What_is_written_in_the_course_stands_under_the_words_that_came()
    {
        using (await ConfirmOneAsync())
        {
            await Stage.MoveToNudgeAsync();
        }

        var sent = Stage.Look(db => db.Events.Single(row => row.Name == "nudge.sent"));
        var nudge = ((NudgeSent)sent.ToEvent().What).Nudge;
        var exercise = Stage.Look(db => db.DesignVersions.First()).Content.Find<NudgesSection>()!.Find(nudge.ExerciseId)!;
        Assert.NotEmpty(exercise.OtherWordings);
        sent.Payload = sent.Payload.Replace("\"wording\":0", "\"wording\":1", StringComparison.Ordinal);
        Stage.Look(db => db.Events.Where(row => row.Id == sent.Id).ExecuteUpdate(set => set.SetProperty(row => row.Payload, sent.Payload)));

        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/inbox");
        Assert.Contains(exercise.OtherWordings[0], learner.Text, StringComparison.Ordinal);
        await learner.PressAsync("nudges.did-it");

        Assert.Contains(exercise.OtherWordings[0], learner.Page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_the_set_up_changes_sends_nothing_twice()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.MoveToNudgeAsync();
        var before = Stage.Look(db => db.Events.Count(row => row.Name == "nudge.sent"));
        Assert.True(before > 0);

        using (var editing = await Room.OpenAsync(Room.Teacher))
        {
            await editing.GoAsync("/setup");
            await editing.PressAsync("setup.change");
            await editing.GoToAsync(new Uri(editing.Address + (editing.Address.Query.Length > 0 ? "&" : "?") + "part=nudges"), "same-origin");
            await editing.PressAsync("setup.save", ("nudges.Days", "1, 3, 8, 12, 45"));
        }

        await Stage.SendAsync();
        await Stage.SendAsync();
        Assert.Equal(before, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.sent")));
        while (await Stage.MoveToNudgeAsync())
        {
        }

        var sent = Stage.Look(db => db.Events.AsEnumerable().Where(row => row.Name == "nudge.sent").Select(row => ((NudgeSent)row.ToEvent().What).Nudge.Id).ToList());
        Assert.Distinct(sent);
        Assert.Equal(5, sent.Count);
    }

    private static Uri Handler(Uri page, string handler) => new(page.GetLeftPart(UriPartial.Path) + $"?handler={handler}&culture=en");

    /// <summary>Something is confirmed, an exercise comes, and its mail is opened on a phone.</summary>
    private async Task<Visitor> OpenMailAsync()
    {
        using (var teacher = await ConfirmOneAsync())
        using (var learner = await Room.OpenAsync(Learner))
        {
            await Mail.OpenAsync(learner);
            await Stage.SendAsync();
        }

        await Stage.MoveToNudgeAsync();
        var phone = new Visitor { Dest = "document" };
        await phone.GoToAsync(Mail.LinkIn(Mail.Mails[^1], "/n/e-"));
        return phone;
    }
}
