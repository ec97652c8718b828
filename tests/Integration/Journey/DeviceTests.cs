using System.Net;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using EnrolmentRole = LearningBuddy.Shared.People.EnrolmentRole;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class DeviceOnSqliteTests() : DeviceTests(onPostgres: false);

public sealed class DeviceOnPostgresTests() : DeviceTests(onPostgres: true);

/// <summary>A phone of a learner's own: how it opens, what it shows, and how it ends.</summary>
public abstract class DeviceTests(bool onPostgres) : DeviceScene(onPostgres)
{
    [Fact]
    public async Task What_is_written_on_the_phone_is_the_learners_in_the_course_too()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await OpenPhoneAsync(learner);
        Assert.Equal("/me/", phone.Address.AbsolutePath);
        Assert.Contains(Learner.Name, phone.Text, StringComparison.Ordinal);
        await phone.GoToAsync(JourneyOn(phone));
        Assert.NotNull(phone.Page.QuerySelector("a[data-text='shared.my-journeys']"));

        await WriteAndSendAsync(phone);

        await learner.GoAsync("/evidence");
        Assert.Contains("Weekly call", learner.Text, StringComparison.Ordinal);
        await phone.PostAsync("/evidence/new?behaviour=quiet-voices");
        await KeepAsync(phone, "Begun on the train.");
        await phone.GoToAsync(new Uri(phone.Address, "/me"));
        await phone.FollowNamedAsync("Begun on the train.");
        Assert.Equal("Begun on the train.", phone.Page.QuerySelector("#Situation")!.TextContent);
    }

    [Fact]
    public async Task A_link_opens_one_device_once_and_looking_at_it_uses_nothing_up()
    {
        using var learner = await StartAsync(Learner);
        var link = await LinkAsync(learner);
        using var scanner = new Visitor { Dest = "document" };
        await scanner.GoToAsync(link);
        await scanner.GoToAsync(link);
        Assert.Equal(0, Stage.Look(db => db.Devices.Count()));

        using var phone = await PressOpenAsync(new Visitor { Dest = "document" }, link);
        Assert.Equal(HttpStatusCode.OK, phone.Status);
        await scanner.PressAsync("devices.open-here");

        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("devices.link-bad-title")), (scanner.Status, scanner.Heading));
        Assert.Equal(1, Stage.Look(db => db.Devices.Count()));
    }

    [Fact]
    public async Task A_phone_speaks_the_language_that_was_chosen_in_the_course_whatever_its_browser_asks_for()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences");
        await learner.PressAsync("preferences.keep", ("language", "ar"));
        using var phone = await OpenPhoneAsync(learner);

        Assert.Equal(("ar", "rtl"), (phone.Page.DocumentElement.GetAttribute("lang"), phone.Page.DocumentElement.GetAttribute("dir")));
        await phone.GoToAsync(JourneyOn(phone));
        Assert.Equal("ar", phone.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_link_runs_out_after_ten_minutes()
    {
        using var learner = await StartAsync(Learner);
        var link = await LinkAsync(learner);
        await Stage.MoveAsync(TimeSpan.FromMinutes(10));

        using var phone = new Visitor { Dest = "document" };
        await phone.GoToAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
    }

    [Fact]
    public async Task A_device_stays_open_while_it_is_used_and_ends_sixty_days_later()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        await Stage.MoveAsync(TimeSpan.FromDays(59));
        await phone.GoAsync("/evidence");
        Assert.Equal(HttpStatusCode.OK, phone.Status);

        await Stage.MoveAsync(TimeSpan.FromDays(59));
        await phone.GoAsync("/evidence");
        Assert.Equal(HttpStatusCode.OK, phone.Status);

        await Stage.MoveAsync(TimeSpan.FromDays(60));
        await phone.GoAsync("/evidence");
        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.device-ended")), (phone.Status, phone.Heading));
    }

    [Fact]
    public async Task Whoever_signs_a_device_out_in_the_course_is_obeyed_at_once()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        await learner.GoAsync("/devices");
        await learner.PressAsync("devices.sign-out");
        Assert.Contains(Wording.Of("devices.done-closed"), learner.Text, StringComparison.Ordinal);

        var journey = phone.Address;
        await phone.PostAsync("/questions/ask", ("text", "Typed before I knew."), ("audience", "Facilitators"));
        Assert.Equal(HttpStatusCode.Unauthorized, phone.Status);
        Assert.Contains("Typed before I knew.", phone.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await phone.GoToAsync(new Uri(journey, "/me"));
        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("devices.signed-out-title")), (phone.Status, phone.Heading));
    }

    [Fact]
    public async Task A_device_can_sign_itself_out()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        await phone.GoAsync("/devices");
        Assert.Contains(Wording.Of("devices.this-one"), phone.Text, StringComparison.Ordinal);

        await phone.PressAsync("devices.sign-out");

        Assert.Equal(Wording.Of("devices.signed-out-title"), phone.Heading);
    }

    [Fact]
    public async Task Who_leads_a_course_gets_no_device_and_who_comes_to_lead_one_loses_it_there()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/phone");
        Assert.Equal(HttpStatusCode.NotFound, teacher.Status);

        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        await phone.GoAsync("/reviews");
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
        Enrol(enrolment => enrolment.Role = EnrolmentRole.Instructor);

        await phone.GoAsync("/reviews");
        Assert.Equal((HttpStatusCode.Forbidden, Wording.Of("doors.device-no-journey")), (phone.Status, phone.Heading));
    }

    [Fact]
    public async Task Who_left_the_course_or_whose_platform_was_blocked_sees_nothing_of_it()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        var journey = phone.Address;
        Enrol(enrolment => enrolment.IsActive = false);
        await phone.GoToAsync(journey);
        Assert.Equal((HttpStatusCode.Forbidden, Wording.Of("doors.device-no-journey")), (phone.Status, phone.Heading));
        await phone.FollowNamedAsync(Wording.Of("doors.device-home"));
        Assert.Contains(Wording.Of("devices.no-journeys"), phone.Text, StringComparison.Ordinal);

        Enrol(enrolment => enrolment.IsActive = true);
        Stage.Look(db => db.Platforms.ExecuteUpdate(set => set.SetProperty(platform => platform.Status, PlatformStatus.Blocked)));
        await phone.GoToAsync(journey);
        Assert.Equal(HttpStatusCode.Forbidden, phone.Status);
    }

    [Fact]
    public async Task Another_site_changes_nothing_and_a_copied_address_shows_nothing()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        await phone.SubmitAsync(phone.InSession("/questions/ask"), [new("text", "Not mine."), new("audience", "Everybody")], "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, phone.Status);

        using var stranger = new Visitor { Dest = "document" };
        await stranger.GoToAsync(phone.InSession("/evidence"));
        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.device-ended")), (stranger.Status, stranger.Heading));
        Assert.Equal(0, Stage.Look(db => db.Questions.Count()));
    }

    [Fact]
    public async Task Whoever_opens_theirs_in_the_same_browser_closes_the_one_before()
    {
        using var learner = await StartAsync(Learner);
        using var other = await StartAsync(Buddy);
        using var phone = await OpenPhoneAsync(learner);
        var link = await LinkAsync(other);
        await phone.GoToAsync(link);
        Assert.Contains(Wording.Of("devices.open-instead", Learner.Name), Squeeze(phone.Text), StringComparison.Ordinal);

        await phone.PressAsync("devices.open-here");

        Assert.Contains(Buddy.Name, phone.Text, StringComparison.Ordinal);
        await learner.GoAsync("/devices");
        Assert.Null(learner.Page.QuerySelector("button[data-text='devices.sign-out']"));
    }

    [Fact]
    public async Task Ten_devices_are_open_at_most()
    {
        using var learner = await StartAsync(Learner);
        for (var number = 0; number < 11; number++)
        {
            using var phone = await OpenPhoneAsync(learner);
            await Stage.MoveAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(10, Stage.Look(db => db.Devices.Count(device => device.RevokedAt == null)));
    }

    [Fact]
    public async Task What_a_device_sends_again_counts_once_also_at_the_same_moment()
    {
        using var learner = await StartAsync(Learner);
        using var other = await StartAsync(Buddy);
        using var phone = await PhoneInJourneyAsync(learner);
        using var otherPhone = await PhoneInJourneyAsync(other);
        (string, string)[] question = [("text", "How do you begin?"), ("audience", "Facilitators")];

        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => phone.TryOnceAsync("/questions/ask", "a-key", question)));
        var again = await phone.TryOnceAsync("/questions/ask", "a-key", question);
        var others = await otherPhone.TryOnceAsync("/questions/ask", "a-key", question);

        Assert.Equal([204, 204, 204, 204, 204, 302], statuses.Order());
        Assert.Equal((204, 302), (again, others));
        Assert.Equal(2, Stage.Look(db => db.Questions.Count()));
        Assert.Equal(302, await phone.TryOnceAsync("/questions/ask", "another-key", question));
    }

    private void Enrol(Action<LearningBuddy.Shared.People.Enrolment> change)
    {
        var who = Guid.Parse(PersonId(Learner));
        Stage.Look(db =>
        {
            change(db.Enrolments.Single(enrolment => enrolment.PersonId == who));
            return db.SaveChanges();
        });
    }
}
