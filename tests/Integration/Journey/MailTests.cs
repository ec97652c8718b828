using System.Net;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class MailOnSqliteTests() : MailTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class MailOnPostgresTests() : MailTests(onPostgres: true);

/// <summary>People hear by mail what happened, when they want to, and no more than that.</summary>
public abstract class MailTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private Mailbox Mail => new(Stage, "learner@home.example");

    [Fact]
    public async Task An_address_is_used_once_its_owner_has_pressed_the_button_and_looking_at_the_link_presses_nothing()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.address-send", ("address", "Learner@Home.example"));
        await Stage.SendAsync();

        var asking = Assert.Single(Mail.Mails);
        var link = Mail.LinkIn(asking, "/address");
        using (var scanner = new HttpClient())
        {
            using var head = await scanner.SendAsync(new HttpRequestMessage(HttpMethod.Head, link), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            _ = await scanner.GetStringAsync(link, TestContext.Current.CancellationToken);
        }

        Assert.Empty(Addresses());
        using var reader = new Visitor { Dest = "document" };
        await reader.GoToAsync(link);
        await reader.PressAsync("messages.prove-button");

        Assert.Equal(Wording.Of("messages.proved-title"), reader.Heading);
        Assert.Equal(["learner@home.example"], Addresses());
    }

    [Fact]
    public async Task What_is_typed_stays_when_it_is_no_address_and_nobody_can_flood_another()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.address-send", ("address", "learner at home"));
        Assert.Equal("learner at home", learner.Page.QuerySelector("#address")!.GetAttribute("value"));
        Assert.Contains(Wording.Of("preferences.address-bad"), learner.Text, StringComparison.Ordinal);

        for (var mail = 0; mail < 6; mail++)
        {
            await learner.PressAsync("preferences.address-send", ("address", "victim@elsewhere.example"));
        }

        await Stage.SendAsync();
        Assert.Contains(Wording.Of("preferences.address-often"), learner.Text, StringComparison.Ordinal);
        Assert.Equal(5, new Mailbox(Stage, "victim@elsewhere.example").Mails.Count);
    }

    [Fact]
    public async Task A_small_exercise_comes_by_mail_with_its_words_and_is_done_with_once_it_is_answered()
    {
        using (var teacher = await ConfirmOneAsync())
        using (var learner = await Room.OpenAsync(Learner))
        {
            await Mail.OpenAsync(learner);
            await Stage.SendAsync();
        }

        // On a weekend none comes: the first day on which one may.
        var before = Mail.Mails.Count;
        for (var day = 0; day < 4 && Mail.Mails.Count == before; day++)
        {
            await Stage.MoveAsync(TimeSpan.FromDays(1));
            await Stage.SendAsync();
        }

        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync("/inbox");
        var exercise = Squeeze(later.Page.QuerySelector("section.next h2")!.TextContent);
        var told = Assert.Single(Mail.Mails.Skip(before));
        Assert.StartsWith("Five minutes for", Plain(told.Subject!), StringComparison.Ordinal);
        Assert.Contains(exercise, Squeeze(told.TextBody!.Replace("> ", "", StringComparison.Ordinal)), StringComparison.Ordinal);

        await later.PressAsync("nudges.did-it");
        Assert.NotNull(Stage.Look(db => db.Messages.Single(row => row.Kind == MessageName.ExerciseCame)).ReadAt);
    }

    [Fact]
    public async Task A_learner_reads_that_evidence_was_confirmed_and_stops_mail_with_one_click()
    {
        using var learner = await StartAsync(Learner);
        await Mail.OpenAsync(learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await Stage.SendAsync();

        var told = Mail.Mails[^1];
        Assert.Equal($"{Room.Teacher.Name} confirmed “Weekly call, seven people, two never speak.”", Plain(told.Subject!));
        Assert.Equal("List-Unsubscribe=One-Click", told.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Contains("/mod/lti/view.php?l=", told.TextBody!, StringComparison.Ordinal);

        var stop = told.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');
        using var program = new HttpClient();
        Assert.False((await program.GetAsync(stop, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.False(Said().IsMailOff);
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.True((await program.PostAsync(stop, body, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        Assert.True(Said().IsMailOff);

        await Stage.MoveAsync(TimeSpan.FromDays(8));
        using var later = await Room.OpenAsync(Learner);
        await later.PostAsync("/questions/ask", ("text", "And now?"), ("audience", "Facilitators"));
        await AnswerAsync("And now?", "Go on.");
        await Stage.SendAsync();
        Assert.Equal(told.MessageId, Mail.Mails[^1].MessageId);
        await later.GoAsync("/news");
        Assert.Contains("answered your question", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_thing_on_the_same_day_comes_the_next_day_with_the_third()
    {
        using var learner = await StartAsync(Learner);
        await Mail.OpenAsync(learner);
        var before = Mail.Mails.Count;
        foreach (var question in new[] { "One?", "Two?", "Three?" })
        {
            await learner.PostAsync("/questions/ask", ("text", question), ("audience", "Facilitators"));
            await AnswerAsync(question, "Yes.");
            await Stage.SendAsync();
        }

        Assert.Single(Mail.Mails.Skip(before));
        await Stage.MoveAsync(TimeSpan.FromDays(1));
        await Stage.SendAsync();

        Assert.Equal(2, Mail.Mails.Count - before);
        Assert.Equal("2 things are new for you", Plain(Mail.Subjects[^1]));
    }

    [Fact]
    public async Task What_is_done_before_its_hour_is_not_told()
    {
        using var buddy = await StartAsync(Buddy);
        var buddys = new Mailbox(Stage, "buddy@home.example");
        await buddys.OpenAsync(buddy);
        await buddy.GoAsync("/preferences/mail");
        await buddy.PressAsync("preferences.pause");
        using var learner = await StartAsync(Learner);
        await learner.AskAsync(PersonId(Buddy));
        await Stage.SendAsync();
        Assert.Single(buddys.Mails);

        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.withdraw");
        await Stage.MoveAsync(TimeSpan.FromDays(8));
        await Stage.SendAsync();

        Assert.Single(buddys.Mails);
    }

    [Fact]
    public async Task Whoever_facilitates_hears_once_a_day_what_waits()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        var teachers = new Mailbox(Stage, "teacher@home.example");
        await teachers.OpenAsync(teacher);
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();

        Assert.Equal("1 piece of evidence is waiting for your review", Plain(Assert.Single(teachers.Subjects.Skip(1))));
        await Stage.MoveAsync(TimeSpan.FromDays(1));
        await Stage.SendAsync();

        Assert.Equal("2 pieces of evidence are waiting for your review", Plain(Assert.Single(teachers.Subjects.Skip(2))));
    }

    [Fact]
    public async Task The_page_behind_a_mail_stops_and_pauses_and_says_so_in_its_language()
    {
        using var learner = await StartAsync(Learner);
        await Mail.OpenAsync(learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");
        await Stage.SendAsync();
        using var reader = new Visitor { Dest = "document" };
        await reader.GoToAsync(Mail.LinkIn(Mail.Mails[^1], "/n/"));
        Assert.Equal(Wording.Of("messages.stop-title"), reader.Heading);

        await reader.PressAsync("messages.pause-button");
        Assert.NotNull(Said().PausedUntil);
        Assert.Contains(Wording.Of("messages.done-paused"), reader.Text, StringComparison.Ordinal);
        await reader.PressAsync("messages.resume-button");
        Assert.Null(Said().PausedUntil);
        await reader.PressAsync("messages.stop-button");
        Assert.True(Said().IsMailOff);
        await reader.PressAsync("messages.resume-button");
        Assert.False(Said().IsMailOff);

        await reader.GoToAsync(new Uri(reader.Address, "/n/none?culture=ar"));
        Assert.Equal(("ar", HttpStatusCode.NotFound), (reader.Language, reader.Status));
    }

    [Fact]
    public async Task News_are_counted_until_they_are_opened()
    {
        using (var learner = await StartAsync(Learner))
        {
            await learner.PostAsync("/questions/ask", ("text", "One?"), ("audience", "Facilitators"));
        }

        await AnswerAsync("One?", "Yes.");
        using var back = await Room.OpenAsync(Learner);
        Assert.Equal("1", back.Page.QuerySelector(".me .count")?.TextContent);
        await back.FollowAsync("shared.news");
        await back.FollowNamedAsync($"{Room.Teacher.Name} answered your question");

        Assert.Contains("Yes.", back.Text, StringComparison.Ordinal);
        Assert.Null(back.Page.QuerySelector(".me .count"));
    }

    /// <summary>The subject as it reads: names are isolated in it by marks that nobody sees.</summary>
    private static string Plain(string subject) => string.Concat(subject.Where(letter => letter is not ('\u2068' or '\u2069')));

    private async Task AnswerAsync(string question, string words)
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync(question);
        await teacher.PressAsync("questions.answer", ("text", words));
    }

    private string[] Addresses() => Stage.Look(db => db.Accounts.Where(account => account.Kind == AccountKind.Email)
        .Select(account => account.Name).ToArray());

    private MessagePreferences Said()
    {
        var person = Guid.Parse(PersonId(Learner));
        return Stage.Look(db => db.MessagePreferences.Single(said => said.PersonId == person));
    }
}
