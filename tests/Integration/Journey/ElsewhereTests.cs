using System.Text.Json;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ElsewhereOnSqliteTests() : ElsewhereTests(onPostgres: false);

public sealed class ElsewhereOnPostgresTests() : ElsewhereTests(onPostgres: true);

/// <summary>A learning buddy who is in another course of the same platform, and the last place that two learners want.</summary>
public abstract class ElsewhereTests(bool onPostgres) : TalkScene(onPostgres)
{
    [Fact]
    public async Task By_a_code_somebody_of_another_course_becomes_the_buddy_and_opens_what_is_shared_from_there()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using var buddy = await room.OpenAsync(room.Learners[1]);
        await JoinAsync(buddy, code);
        AssertSays(buddy, Wording.Of("buddies.done-accepted-elsewhere"));
        Assert.Contains(Learner.Name, buddy.Text, StringComparison.Ordinal);
        var list = buddy.Address;

        await buddy.PressAsync("buddies.elsewhere-open");
        Assert.Contains("Weekly call", buddy.Text, StringComparison.Ordinal);
        Assert.Equal(Wording.Of("guests.you-are-buddy", Learner.Name), buddy.Heading);
        await buddy.GoAsync($"/buddies/talk?id={PairId}&number=1");
        Assert.Equal(System.Net.HttpStatusCode.OK, buddy.Status);
        foreach (var path in new[] { "/today", "/buddies", "/questions", "/reviews" })
        {
            Assert.Equal(404, (await buddy.TryGetAsync(path)).Status);
        }

        // Back to the own course, and in again: nobody is stuck between the two.
        await buddy.FollowAsync("shared.back-to-own-course");
        Assert.Equal(list.AbsolutePath, buddy.Address.AbsolutePath);
        await buddy.PressAsync("buddies.elsewhere-open");
        Assert.Null(buddy.Page.QuerySelector("[data-text='guests.erase']"));

        // The learner parts: the door closes, and the list is empty.
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.end-pairing");
        Assert.NotEqual(200, (await buddy.TryGetAsync("/guest")).Status);
        await buddy.GoToAsync(list, "same-origin");
        Assert.Null(buddy.Page.QuerySelector("#elsewhere"));
    }

    [Fact]
    public async Task Who_stops_is_back_in_the_own_course_and_the_session_lasts_no_longer_than_one_of_an_lms()
    {
        using var learner = await StartAsync(Learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using var buddy = await room.OpenAsync(room.Learners[1]);
        await JoinAsync(buddy, code);
        await buddy.PressAsync("buddies.elsewhere-open");
        await Stage.MoveAsync(TimeSpan.FromMinutes(95));
        Assert.Equal(401, (await buddy.TryGetAsync("/guest")).Status);

        using var again = await room.OpenAsync(room.Learners[1]);
        await again.GoAsync("/buddies");
        await again.PressAsync("buddies.elsewhere-open");
        await again.PressAsync("guests.stop");
        AssertSays(again, Wording.Of("guests.done-stopped"));
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "buddy.left")));
    }

    [Fact]
    public async Task A_code_is_good_once_wherever_it_is_typed_and_never_for_the_learner()
    {
        using var learner = await StartAsync(Learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using (var same = await room.OpenAsync(room.Learners.Single(person => person.Sub == Learner.Sub)))
        {
            await JoinAsync(same, code);
            Assert.Equal(Wording.Of("buddies.too-late"), same.Heading);
        }

        using var first = await room.OpenAsync(room.Learners.First(person => person.Sub != Learner.Sub));
        await JoinAsync(first, code);
        using var second = await Room.OpenAsync(Buddy);
        await JoinAsync(second, code);
        Assert.Equal(Wording.Of("buddies.too-late"), second.Heading);
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "buddy.accepted")));
    }

    [Fact]
    public async Task What_waits_there_is_counted_in_the_own_course_until_it_was_opened_or_answered()
    {
        using var learner = await StartAsync(Learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using var buddy = await room.OpenAsync(room.Learners[1]);
        await JoinAsync(buddy, code);
        Assert.Null(CountOf(buddy));
        await learner.GoAsync($"/buddies/notes?id={PairId}");
        await learner.PressAsync("buddies.note-send", ("note", "It worked."));

        await buddy.GoAsync("/buddies");
        Assert.Equal("1", CountOf(buddy));
        AssertSays(buddy, Wording.Of("buddies.elsewhere-waits"));
        await buddy.PressAsync("buddies.elsewhere-open");
        await buddy.FollowAsync("shared.back-to-own-course");
        Assert.Null(CountOf(buddy));
        Assert.DoesNotContain(Wording.Of("buddies.elsewhere-waits"), buddy.Text, StringComparison.Ordinal);

        // A talk that waits for an answer waits until it is given.
        await learner.GoAsync(PathOf(PairId, 1));
        await learner.PressAsync("buddies.offer", ("time", Typed(learner, TimeSpan.FromDays(2))));
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.elsewhere-open");
        await buddy.GoAsync(PathOf(PairId, 1));
        var there = buddy.Address;
        await buddy.GoAsync("/guest");
        await buddy.FollowAsync("shared.back-to-own-course");
        Assert.Equal("1", CountOf(buddy));
        await buddy.GoToAsync(there, "same-origin");
        await buddy.PressAsync("buddies.take");
        await buddy.GoAsync("/guest");
        await buddy.FollowAsync("shared.back-to-own-course");
        await buddy.PressAsync("buddies.elsewhere-open");
        await buddy.FollowAsync("shared.back-to-own-course");
        Assert.Null(CountOf(buddy));
    }

    [Fact]
    public async Task A_notification_about_it_leads_to_a_page_that_says_where_to_go()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using var buddy = await room.OpenAsync(room.Learners[1]);
        await JoinAsync(buddy, code);
        using var phone = await DeviceScene.PhoneInJourneyAsync(buddy);
        await phone.GoAsync("/devices");
        await phone.PressAsync("devices.push-on", ("endpoint", service.Endpoint), ("key", service.Key), ("secret", service.Secret));
        AllowAnyHour(Guid.Parse(PersonId(room.Learners[1])));
        await learner.GoAsync($"/buddies/notes?id={PairId}");
        await learner.PressAsync("buddies.note-send", ("note", "It worked."));
        await Stage.SendAsync();

        var told = JsonSerializer.Deserialize<JsonElement>(service.Read(Assert.Single(service.Arrived)));
        await phone.GoToAsync(new Uri(phone.Address, told.GetProperty("address").GetString()));
        Assert.Equal(System.Net.HttpStatusCode.OK, phone.Status);
        AssertSays(phone, Wording.Of("shared.opens-in-course", Wording.Of("shared.buddy")));
        Assert.Contains(Learner.Name, phone.Page.QuerySelector("section[aria-labelledby=elsewhere]")!.TextContent, StringComparison.Ordinal);
        await phone.GoToAsync(DeviceScene.JourneyOn(phone));
        await phone.GoAsync("/buddies");
        AssertSays(phone, Wording.Of("shared.opens-in-course", Wording.Of("shared.buddy")));
        Assert.Null(phone.Page.QuerySelector("button[data-text='buddies.elsewhere-open']"));
    }

    [Fact]
    public async Task Mail_about_it_goes_to_the_address_of_the_lms_where_they_want_that_and_leads_in()
    {
        using var learner = await StartAsync(Learner);
        var code = await CodeAsync(learner);
        var room = await OtherCourseAsync();
        using var buddy = await room.OpenAsync(room.Learners[1]);
        await JoinAsync(buddy, code);
        await buddy.GoAsync("/preferences/mail");
        await buddy.PressAsync("preferences.lms-address");
        await Mailbox.AllowAnyHourAsync(buddy);
        await learner.GoAsync($"/buddies/notes?id={PairId}");
        await learner.PressAsync("buddies.note-send", ("note", "It worked."));
        await Stage.SendAsync();

        var box = new Mailbox(Stage, Stage.Look(db => db.People.Single(person => person.Id == Guid.Parse(PersonId(room.Learners[1]))).Email!));
        var link = box.LinkIn(Assert.Single(box.Mails), "/g/");
        using var reader = new Visitor { Dest = "document" };
        await reader.GoToAsync(link);
        await reader.PressAsync("guests.open");
        Assert.Equal(Wording.Of("guests.you-are-buddy", Learner.Name), reader.Heading);
    }

    [Fact]
    public async Task Two_who_want_a_buddys_last_place_at_the_same_moment_get_one_place()
    {
        var learners = Room.Learners.Where(person => person.Sub != Buddy.Sub).Take(4).ToList();
        await ComeInAsync(Buddy);
        foreach (var person in learners)
        {
            using var learner = await StartAsync(person);
            await learner.AskAsync(PersonId(Buddy));
        }

        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        var pairs = Stage.Look(db => db.Groups.Select(pair => pair.Id).ToList());
        Assert.Equal(4, pairs.Count);
        await Task.WhenAll(pairs.Select(pair => buddy.TryAsync($"/buddies/answer?handler=Accept&id={pair}", [])));

        // Two is how many one person supports here.
        Assert.Equal(2, Stage.Look(db => db.Events.Count(row => row.Name == "buddy.accepted")));
        Assert.Equal(2, Stage.Look(db => db.Memberships.Count(member => member.PersonId == Guid.Parse(PersonId(Buddy)))));
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design => design with { AllowsLmsAddress = true };

    private static string? CountOf(Visitor page) => page.Page.QuerySelector(".places a[href$='/buddies'] .count")?.TextContent;

    /// <summary>No hour and no day is quiet for somebody: tests run on any.</summary>
    private void AllowAnyHour(Guid personId) => Stage.Look(db =>
    {
        var said = new MessagePreferences(personId);
        said.Keep(new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0), Weekdays.None), timeZone: null);
        db.MessagePreferences.Add(said);
        return db.SaveChanges();
    });

    private static async Task JoinAsync(Visitor buddy, string code)
    {
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.join", ("code", code));
    }

    private async Task<string> CodeAsync(Visitor learner)
    {
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.invite-by-code");
        return Stage.Look(db => db.Invitations.Single().Code!);
    }

    private async Task<Classroom> OtherCourseAsync()
    {
        var room = new Classroom(Stage, "moodle", Room.School.FindCourse("3")!);
        await room.AddJourneyAsync();
        return room;
    }
}
