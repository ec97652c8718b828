using System.Net;
using System.Net.Http.Headers;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Calendar = Ical.Net.Calendar;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class CalendarOnSqliteTests() : CalendarTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class CalendarOnPostgresTests() : CalendarTests(onPostgres: true);

/// <summary>A person's own calendar program fetches their dates, as long as they want it to.</summary>
public abstract class CalendarTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private readonly HttpClient program = new(new SocketsHttpHandler { UseCookies = false });

    [Fact]
    public async Task A_program_fetches_it_without_a_session_and_asks_whether_it_still_holds()
    {
        using var learner = await StartAsync(Learner);
        var address = await MakeAsync(learner);

        using var response = await program.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache, private", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.NotNull(Calendar.Load(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));

        using var head = await SendAsync(HttpMethod.Head, address);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var again = await SendAsync(HttpMethod.Get, address, response.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var posted = await SendAsync(HttpMethod.Post, address);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task A_new_address_makes_the_old_one_stop_and_another_spelling_leads_nowhere()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/preferences");
        await learner.FollowAsync("preferences.change-calendar");
        Assert.Null(learner.Page.QuerySelector("#calendar-address"));

        var first = await MakeAsync(learner);
        var token = first.Segments[^1];
        Assert.Equal("webcal", new Uri(learner.Page.QuerySelector("a[data-text='preferences.calendar-open']")!.GetAttribute("href")!).Scheme);
        await learner.PressAsync("preferences.calendar-new");
        var second = AddressOn(learner);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(new Uri(second, second.AbsolutePath.ToLowerInvariant())));
        using var odd = await SendAsync(HttpMethod.Get, new Uri(second, "/cal/none.ics"));
        Assert.Equal((HttpStatusCode.NotFound, "text/plain"), (odd.StatusCode, odd.Content.Headers.ContentType!.MediaType));
        await learner.PressAsync("preferences.calendar-stop");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        Assert.NotEqual(token, second.Segments[^1]);
    }

    [Fact]
    public async Task It_holds_what_has_a_date_for_its_person_and_nothing_of_others()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.PressAsync("setup.save", ("EndsOn", $"{Stage.Clock.GetUtcNow().AddDays(40):yyyy-MM-dd}"));
        using var buddy = await StartAsync(Buddy);
        using var learner = await StartAsync(Learner);
        await learner.AskAsync(PersonId(Buddy));
        await learner.PostAsync("/questions/ask", ("text", "May I keep this to myself?"), ("audience", "Facilitators"));

        var (learners, buddys, teachers) = (await MakeAsync(learner), await MakeAsync(buddy), await MakeAsync(teacher));
        Assert.Equal(["journey-end", "own-question"], await KindsAsync(learners));
        Assert.Equal(["invitation", "journey-end"], await KindsAsync(buddys));
        Assert.Equal(["journey-end", "question"], await KindsAsync(teachers));
        Assert.DoesNotContain("keep this", await ReadAsync(teachers), StringComparison.Ordinal);

        await buddy.GoAsync("/preferences");
        Assert.Contains(Plain(Wording.Of("calendar.invitation", Learner.Name)), Plain(buddy.Text), StringComparison.Ordinal);
        Assert.NotNull(buddy.Page.QuerySelector("table.month caption"));
        Assert.Single(buddy.Page.QuerySelectorAll("td[aria-current=date]"));
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        Assert.Equal(["journey-end"], await KindsAsync(buddys));
    }

    [Fact]
    public async Task A_meeting_is_in_the_calendars_of_those_who_are_in_the_group_until_they_leave_the_course()
    {
        using var buddy = await StartAsync(Buddy);
        using var learner = await StartAsync(Learner);
        await learner.AskAsync(PersonId(Buddy));
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        var id = Plan(Stage.Clock.GetUtcNow().AddDays(3));
        var (learners, buddys) = (await MakeAsync(learner), await MakeAsync(buddy));

        Assert.Equal($"Talk with {Buddy.Name}", Plain(Assert.Single(Calendar.Load(await ReadAsync(learners))!.Events).Summary!));
        Assert.Equal($"Talk with {Learner.Name}", Plain(Assert.Single(Calendar.Load(await ReadAsync(buddys))!.Events).Summary!));
        ChangeMeeting(id, meeting => meeting.Cancel(Stage.Clock.GetUtcNow()));
        Assert.Equal("CANCELLED", Assert.Single(Calendar.Load(await ReadAsync(buddys))!.Events).Status);

        var person = Guid.Parse(PersonId(Buddy));
        Stage.Look(db => db.Enrolments.Where(one => one.PersonId == person).ExecuteUpdate(set => set.SetProperty(one => one.IsActive, false)));
        Assert.Empty(Calendar.Load(await ReadAsync(buddys))!.Events);
    }

    [Fact]
    public async Task Whoever_asks_all_the_time_is_asked_to_wait_and_others_are_not()
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await StartAsync(Buddy);
        var (learners, buddys) = (await MakeAsync(learner), await MakeAsync(buddy));
        var asked = 0;
        while (await StatusAsync(learners) == HttpStatusCode.OK && asked < 100)
        {
            asked++;
        }

        Assert.Equal(40, asked);
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(learners));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(buddys));
    }

    public override async ValueTask DisposeAsync()
    {
        program.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Plain(string text) => Squeeze(string.Concat(text.Where(letter => letter is not ('\u2068' or '\u2069'))));

    private static async Task<Uri> MakeAsync(Visitor person)
    {
        await person.GoAsync("/preferences/calendar");
        await person.PressAsync("preferences.calendar-make");
        return AddressOn(person);
    }

    private static Uri AddressOn(Visitor person) => new(person.Page.QuerySelector("#calendar-address")!.TextContent.Trim());

    private Guid Plan(DateTimeOffset at) => Stage.Look(db =>
    {
        var meeting = new Meeting(Guid.NewGuid(), db.Groups.Single().Id, 1, at, TimeSpan.FromMinutes(30));
        db.Meetings.Add(meeting);
        db.SaveChanges();
        return meeting.Id;
    });

    private void ChangeMeeting(Guid id, Action<Meeting> change) => Stage.Look(db =>
    {
        change(db.Meetings.Single(meeting => meeting.Id == id));
        return db.SaveChanges();
    });

    private async Task<IEnumerable<string>> KindsAsync(Uri address) => Calendar.Load(await ReadAsync(address))!.Events
        .Select(one => one.Uid!.Split('@')[0]).Select(name => name[..name.LastIndexOf('-')]).Order(StringComparer.Ordinal);

    private Task<string> ReadAsync(Uri address) => program.GetStringAsync(address, TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> StatusAsync(Uri address)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await program.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
