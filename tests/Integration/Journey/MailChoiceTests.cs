using LearningBuddy.Shared.Messages;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class MailChoiceOnSqliteTests() : MailChoiceTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class MailChoiceOnPostgresTests() : MailChoiceTests(onPostgres: true);

/// <summary>People choose kind by kind, and may have mail sent to the address that the course knows.</summary>
public abstract class MailChoiceTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private Mailbox Mail => new(Stage, "learner@home.example");

    private Mailbox AtSchool => new(Stage, Learner.Email!);

    [Fact]
    public async Task A_kind_that_is_not_wanted_does_not_come_and_stands_in_the_inbox()
    {
        using var learner = await StartAsync(Learner);
        await Mail.OpenAsync(learner);
        Assert.Empty(Said().KindsOff);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.keep", ("kinds", MessageName.EvidenceConfirmed));
        Assert.Contains(MessageName.QuestionAnswered, Said().KindsOff);
        Assert.DoesNotContain(MessageName.GradeTrouble, Said().KindsOff);
        var before = Mail.Mails.Count;

        await AskAndAnswerAsync(learner, "One?");
        await Stage.SendAsync();
        Assert.Equal(before, Mail.Mails.Count);
        await WriteAndSendAsync(learner);
        using (var teacher = await Room.OpenAsync(Room.Teacher))
        {
            await ReviewAsync(teacher, "reviews.confirm", level: "2");
        }

        await Stage.SendAsync();
        Assert.Contains("confirmed", Assert.Single(Mail.Subjects.Skip(before)), StringComparison.Ordinal);
        await learner.GoAsync("/news");
        Assert.Contains("answered your question", learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_that_the_course_knows_is_used_where_the_set_up_and_the_person_say_so_and_one_click_stops_it()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences/mail");
        Assert.Null(learner.Page.QuerySelector("button[data-text='preferences.lms-address']"));
        await learner.PostAsync("/preferences/mail?handler=Lms");
        Assert.False(Said().UsesLmsAddress);

        await AllowAsync(true);
        await AskAndAnswerAsync(learner, "One?");
        await Stage.SendAsync();
        Assert.Empty(AtSchool.Mails);

        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.lms-address");
        Assert.Contains(Learner.Email!, learner.Text, StringComparison.Ordinal);
        Assert.Null(learner.Page.QuerySelector("button[data-text='preferences.lms-address']"));
        await Mailbox.AllowAnyHourAsync(learner);
        await AskAndAnswerAsync(learner, "Two?");
        await Stage.SendAsync();
        var told = Assert.Single(AtSchool.Mails);

        var stop = told.Headers[MimeKit.HeaderId.ListUnsubscribe]!.Trim('<', '>');
        using var program = new HttpClient();
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.True((await program.PostAsync(stop, body, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        await Stage.MoveAsync(TimeSpan.FromDays(2));
        using var later = await Room.OpenAsync(Learner);
        await AskAndAnswerAsync(later, "Three?");
        await Stage.SendAsync();
        Assert.Single(AtSchool.Mails);
    }

    [Fact]
    public async Task A_set_up_that_takes_it_back_is_heard_before_what_waits_is_sent()
    {
        await AllowAsync(true);
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.lms-address");
        await Mailbox.AllowAnyHourAsync(learner);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.pause");
        await AskAndAnswerAsync(learner, "One?");
        await Stage.SendAsync();
        Assert.Equal(MessageChannels.Mail, Waiting());

        await AllowAsync(false);
        using var back = await Room.OpenAsync(Learner);
        await back.PostAsync("/preferences/mail?handler=Resume");
        await Stage.SendAsync();

        Assert.Empty(AtSchool.Mails);
        Assert.Equal(MessageChannels.None, Waiting());
        await back.GoAsync("/preferences/mail");
        Assert.Contains(Wording.Of("preferences.mail-nowhere"), back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proved_address_takes_its_place_and_forgetting_it_brings_nothing_back()
    {
        await AllowAsync(true);
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.lms-address");
        await Mail.OpenAsync(learner);
        Assert.False(Said().UsesLmsAddress);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.address-forget");
        await AskAndAnswerAsync(learner, "One?");
        await Stage.SendAsync();

        Assert.Empty(AtSchool.Mails);
        await learner.GoAsync("/preferences/mail");
        Assert.NotNull(learner.Page.QuerySelector("button[data-text='preferences.lms-address']"));
    }

    private async Task AllowAsync(bool allows)
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.PressAsync("setup.save", ("AllowsLmsAddress", allows ? "true" : "false"));
        Assert.Contains(Wording.Of("setup.done-setup"), teacher.Text, StringComparison.Ordinal);
    }

    private async Task AskAndAnswerAsync(Visitor learner, string question)
    {
        await learner.PostAsync("/questions/ask", ("text", question), ("audience", "Facilitators"));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync(question);
        await teacher.PressAsync("questions.answer", ("text", "Yes."));
    }

    private MessageChannels Waiting()
    {
        var person = Guid.Parse(PersonId(Learner));
        return Stage.Look(db => db.Messages.Single(row => row.PersonId == person).Pending);
    }

    private MessagePreferences Said()
    {
        var person = Guid.Parse(PersonId(Learner));
        return Stage.Look(db => db.MessagePreferences.SingleOrDefault(said => said.PersonId == person)) ?? new MessagePreferences(person);
    }
}
