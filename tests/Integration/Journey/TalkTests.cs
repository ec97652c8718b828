using System.Net;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Xunit;
using Calendar = Ical.Net.Calendar;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class TalkOnSqliteTests() : TalkTests(onPostgres: false);

public sealed class TalkOnPostgresTests() : TalkTests(onPostgres: true);

/// <summary>The three talks of a pair: when they open, how a time is found, what is written, and what comes of it.</summary>
public abstract class TalkTests(bool onPostgres) : TalkScene(onPostgres)
{
    [Fact]
    public async Task Three_talks_open_at_their_moments_and_each_begins_with_the_plan_of_the_one_before()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await learner.GoAsync("/today");
        Assert.Equal(Wording.Of("buddies.step-offer", 1, Buddy.Name), learner.Heading);
        await learner.GoAsync(PathOf(PairId, 2));
        AssertSays(learner, Wording.Of("buddies.opens-2"));
        await HoldAsync(learner, buddy, 1, "the budget call is about to end", "say who decides");
        await learner.GoAsync("/today");
        Assert.Equal("say who decides", learner.Heading);

        await WriteAndSendAsync(learner);
        await learner.GoAsync(PathOf(PairId, 2));
        AssertSays(learner, Wording.Of("buddies.you-said"));
        AssertSays(learner, "the budget call is about to end");
        await learner.PressAsync("buddies.yes-did");
        AssertSays(learner, Wording.Of("buddies.plan-kept"));

        await PlanAsync(learner, buddy, 2, days: 2);
        await learner.GoAsync("/today");
        Assert.Equal(Wording.Of("buddies.step-remember", 2, Buddy.Name), learner.Heading);
        await learner.FollowAsync("buddies.step-remember-button");
        Assert.Equal(Wording.Of("buddies.title-remember"), learner.Heading);
        AssertSays(learner, Wording.Of("buddies.close-your-notes", Buddy.Name));
        Assert.Equal("", learner.Page.QuerySelector("#recall")!.TextContent);
        Assert.Equal("5", learner.Page.QuerySelector("[data-minutes]")!.GetAttribute("data-minutes"));
        Assert.DoesNotContain("Weekly call", learner.Text, StringComparison.Ordinal);
        await learner.PressAsync("buddies.recall-done", ("recall", " "));
        AssertSays(learner, Wording.Of("buddies.recall-empty"));
        await learner.PressAsync("buddies.recall-done", ("recall", "Ask by name, then wait."));
        await buddy.GoAsync(PathOf(PairId, 2));
        Assert.Equal(Wording.Of("buddies.title-listen", Learner.Name), buddy.Heading);
        AssertSays(buddy, "Ask by name, then wait.");
        await buddy.PressAsync("buddies.listened", ("point", "Idea"), ("question", "Who was quiet?"));
        await learner.GoAsync(PathOf(PairId, 2));
        AssertSays(learner, "Who was quiet?");
        Assert.Null(learner.Page.QuerySelector("button[data-text='buddies.recall-done']"));

        await Stage.MoveAsync(TimeSpan.FromDays(2));
        using var later = await Room.OpenAsync(Learner);
        Assert.Equal(Wording.Of("buddies.step-held", 2, Buddy.Name), later.Heading);
        await later.FollowAsync("buddies.step-held-button");
        await later.PressAsync("buddies.we-talked");
        await Stage.MoveAsync(TimeSpan.FromDays(3));
        await Stage.SendAsync();
        using var last = await Room.OpenAsync(Learner);
        Assert.Equal(Wording.Of("buddies.step-plan"), last.Heading);
        Assert.Equal(2, Stage.Look(db => db.Meetings.Count(meeting => meeting.State == MeetingState.Held)));
        await last.GoAsync(PathOf(PairId, 3));
        AssertSays(last, Wording.Of("buddies.opens-3"));
    }

    [Fact]
    public async Task Times_that_are_over_wait_for_nobody_in_the_head_of_a_page()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await learner.GoAsync(PathOf(PairId, 1));
        await learner.PressAsync("buddies.offer", ("time", Typed(learner, TimeSpan.FromHours(30))));
        await buddy.GoAsync("/buddies");
        Assert.Equal("1", CountAtBuddies(buddy));
        await Stage.MoveAsync(TimeSpan.FromHours(31));
        await Stage.SendAsync();

        using var later = await Room.OpenAsync(Buddy);
        await later.GoAsync("/buddies");

        Assert.Null(CountAtBuddies(later));
        AssertSays(later, Wording.Of("buddies.no-time-yet"));
        using var again = await Room.OpenAsync(Learner);
        Assert.Equal(Wording.Of("buddies.step-offer", 1, Buddy.Name), again.Heading);
    }

    [Theory]
    [InlineData("35", "40", "PT40M")]
    [InlineData("35", "", null)]
    [InlineData("", "40", null)]
    public async Task How_long_a_talk_took_is_told_where_both_say_it_and_nothing_is_made_up(string first, string second, string? told)
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await learner.GoAsync(PathOf(PairId, 1));
        await learner.PressAsync("buddies.already-talked", ("minutes", first));
        await buddy.GoAsync(PathOf(PairId, 1));
        Assert.Equal(first, Value(buddy, "#minutes") ?? "");
        await buddy.PressAsync("buddies.we-talked", ("minutes", second));

        var held = EmittedStatements.Of(Stage)
            .Where(statement => statement.GetProperty("verb").GetProperty("id").GetString() == "http://adlnet.gov/expapi/verbs/attended").ToList();
        Assert.Equal(2, held.Count);
        Assert.All(held, statement =>
        {
            Assert.Equal(told, statement.GetProperty("result").TryGetProperty("duration", out var duration) ? duration.GetString() : null);
            Assert.DoesNotContain("planned-", statement.GetProperty("context").GetProperty("extensions").ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_time_is_offered_taken_moved_and_called_off_and_both_calendars_know()
    {
        var (learner, ruth) = await PairAsync();
        using var one = learner;
        using var guest = ruth;
        AllowAnyHour();
        var mail = new Mailbox(Stage, "learner@home.example");
        await mail.OpenAsync(learner);
        var first = await PlanAsync(ruth, learner, 1, days: 3);
        await Stage.SendAsync();
        var planned = (Ruth: EventIn(Ruths.Mails[^1]), Learner: EventIn(mail.Mails[^1]));
        var second = await PlanAsync(learner, ruth, 1, days: 4);
        await Stage.SendAsync();
        var moved = EventIn(Ruths.Mails[^1]);
        await learner.GoAsync(PathOf(PairId, 1));
        AssertSays(learner, "Room 4");
        await learner.PressAsync("buddies.call-off");
        await Stage.SendAsync();
        var off = EventIn(Ruths.Mails[^1]);

        Assert.Equal(("REQUEST", planned.Learner.Uid, 0), (planned.Ruth.Method, planned.Ruth.Uid, planned.Ruth.Sequence));
        Assert.Equal(("REQUEST", planned.Ruth.Uid, 1, planned.Ruth.Start + (second - first)), (moved.Method, moved.Uid, moved.Sequence, moved.Start));
        Assert.Equal(("CANCEL", planned.Ruth.Uid, 2), (off.Method, off.Uid, off.Sequence));
        Assert.DoesNotContain("learner@home.example", Ruths.Mails[^1].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(RuthsAddress, mail.Mails[^1].ToString(), StringComparison.Ordinal);
        await learner.GoAsync("/today");
        Assert.Equal(Wording.Of("buddies.step-offer", 1, "Ruth Adler"), learner.Heading);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task Whoever_said_that_a_talk_took_place_hears_when_the_other_says_that_it_did_not_and_nobody_else_does(int days)
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await PlanAsync(learner, buddy, 1, days: 3);
        await Stage.MoveAsync(TimeSpan.FromDays(days));
        using var claiming = await Room.OpenAsync(Learner);
        await ClaimAsync(claiming, 1);
        using var denying = await Room.OpenAsync(Buddy);
        await denying.GoAsync(PathOf(PairId, 1));
        await denying.PressAsync("buddies.did-not-happen");

        var told = Assert.Single(Stage.Look(db => db.Messages.Where(row => row.Kind == "talk.denied").ToList()));
        Assert.Equal(PersonId(Learner), told.PersonId.ToString());

        // Who takes the own word back tells nobody.
        await ClaimAsync(claiming, 1);
        await claiming.GoAsync(PathOf(PairId, 1));
        await claiming.PressAsync("buddies.did-not-happen");
        Assert.Single(Stage.Look(db => db.Messages.Where(row => row.Kind == "talk.denied").ToList()));
    }

    [Fact]
    public async Task Somebody_from_outside_is_thanked_at_the_end_and_their_calendar_is_cleared_though_their_door_is_closed()
    {
        var (learner, ruth) = await PairAsync();
        using var one = learner;
        using var guest = ruth;
        AllowAnyHour();
        await PlanAsync(ruth, learner, 1, days: 3);
        await Stage.SendAsync();
        var before = Ruths.Mails.Count;
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.end-pairing");
        await Stage.SendAsync();

        var mails = Ruths.Mails.Skip(before).ToList();
        Assert.Equal(2, mails.Count);
        var calledOff = Assert.Single(mails, mail => mail.BodyParts.Any(part => part.ContentType.IsMimeType("text", "calendar")));
        Assert.Equal("CANCEL", EventIn(calledOff).Method);
        var thanks = Assert.Single(mails, mail => mail != calledOff);
        Assert.Contains(Wording.Of("messages.body-buddy-left"), thanks.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("/g/", thanks.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain(Stage.LmsUrl, thanks.TextBody!, StringComparison.Ordinal);

        await Stage.MoveAsync(TimeSpan.FromDays(1));
        using var later = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(later);
        await Stage.SendAsync();
        Assert.Equal(before + 2, Ruths.Mails.Count);
    }

    [Fact]
    public async Task What_is_no_time_and_half_a_plan_is_said_at_the_field_and_what_was_typed_stays()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await learner.GoAsync(PathOf(PairId, 1));
        var past = Typed(learner, TimeSpan.FromDays(-1));
        await learner.PressAsync("buddies.offer", ("time", past), ("place", "By phone"));
        AssertSays(learner, Wording.Of("buddies.no-time-ahead"));
        await learner.GoAsync(PathOf(PairId, 4));
        Assert.Equal(HttpStatusCode.NotFound, learner.Status);
        await learner.GoAsync(PathOf(PairId, 1));
        await learner.PressAsync("buddies.offer", ("time", past), ("place", "By phone"));
        Assert.Equal((past, "By phone"), (Value(learner, "#time-0"), Value(learner, "#place")));

        Assert.Null(learner.Page.QuerySelector("button[data-text='buddies.plan-keep']"));
        await learner.PressAsync("buddies.already-talked");
        await learner.PressAsync("buddies.plan-keep", ("when", "On Monday"), ("will", ""));
        AssertSays(learner, Wording.Of("buddies.plan-missing"));
        Assert.Equal("On Monday", learner.Page.QuerySelector("#when")!.TextContent);
        await buddy.PostAsync(PathOf(PairId, 1) + "&handler=Take", ("time", "1"));
        AssertSays(buddy, Wording.Of("buddies.time-gone"));
        await buddy.PostAsync(PathOf(PairId, 1) + "&handler=Plan", ("when", "a"), ("will", "b"));
        Assert.DoesNotContain("Monday", learner.Address.Query, StringComparison.Ordinal);
        var talk = Assert.Single(Stage.Look(db => db.Talks.ToList()));
        Assert.Equal(("On Monday", null), (talk.When, talk.Will));
    }

    [Fact]
    public async Task Other_times_take_the_place_of_those_before_and_what_an_old_page_shows_is_gone()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await learner.GoAsync(PathOf(PairId, 1));
        var (first, second) = (Typed(learner, TimeSpan.FromDays(1)), Typed(learner, TimeSpan.FromDays(2)));
        await learner.PressAsync("buddies.offer", ("time", first));
        await buddy.GoAsync(PathOf(PairId, 1));
        await learner.PressAsync("buddies.offer", ("time", second));

        await buddy.PressAsync("buddies.take");
        AssertSays(buddy, Wording.Of("buddies.time-gone"));
        await buddy.PressAsync("buddies.take");
        AssertSays(buddy, Wording.Of("buddies.done-taken"));
        Assert.Empty(Stage.Look(db => db.Talks.Include(talk => talk.Times).Single().Times));
    }

    [Fact]
    public async Task After_ten_days_of_silence_there_are_three_ways_on_and_nothing_is_lost()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await HoldAsync(learner, buddy, 1, "a call begins", "ask first");
        await learner.GoAsync($"/buddies/notes?id={PairId}");
        await learner.PressAsync("buddies.note-send", ("note", "It went well."));
        await Stage.MoveAsync(TimeSpan.FromDays(10));
        await Stage.SendAsync();
        using var later = await Room.OpenAsync(Learner);
        Assert.Equal(Wording.Of("buddies.step-silent", Buddy.Name), later.Heading);
        await later.PressAsync("buddies.ask-again");
        AssertSays(later, Wording.Of("buddies.done-asked-again"));
        using var told = await Room.OpenAsync(Buddy);
        await told.GoAsync("/news");
        AssertSays(told, $"{Learner.Name} would like to hear from you");

        await Stage.MoveAsync(TimeSpan.FromDays(10));
        await Stage.SendAsync();
        using var last = await Room.OpenAsync(Learner);
        await last.PressAsync("buddies.go-without");
        AssertSays(last, Wording.Of("buddies.done-without"));
        Assert.Equal("ask first", last.Heading);
        using var thanked = await Room.OpenAsync(Buddy);
        await thanked.GoAsync("/news");
        AssertSays(thanked, $"{Learner.Name} and you are no longer learning buddies");
        await thanked.GoAsync($"/buddies/notes?id={PairId}");
        Assert.Equal(HttpStatusCode.NotFound, thanked.Status);
    }

    [Fact]
    public async Task Every_note_can_be_read_page_by_page()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        var (author, at) = (Guid.Parse(PersonId(Learner)), Stage.Now.AddDays(-1));
        Stage.Look(db =>
        {
            db.PairNotes.AddRange(Enumerable.Range(1, 120).Select(number =>
                new PairNote(Guid.CreateVersion7(), PairId, author, $"Note {number}.", at.AddSeconds(number))));
            return db.SaveChanges();
        });

        var read = new List<string>();
        await buddy.GoAsync($"/buddies/notes?id={PairId}");
        read.AddRange(Notes(buddy));
        while (buddy.Page.QuerySelector("a[data-text='buddies.notes-earlier']") is not null)
        {
            await buddy.FollowAsync("buddies.notes-earlier");
            read.AddRange(Notes(buddy));
        }

        Assert.Equal(Enumerable.Range(1, 120).Select(number => $"Note {number}.").Reverse(), read);
        await buddy.FollowAsync("buddies.notes-later");
        Assert.Equal("Note 70.", Notes(buddy).First());
    }

    [Fact]
    public async Task Words_that_come_when_the_talk_has_moved_on_or_the_pair_has_ended_are_shown_again()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await HoldAsync(learner, buddy, 1, "the call ends", "say who decides");
        await WriteAndSendAsync(learner);
        await learner.GoAsync(PathOf(PairId, 2));
        await learner.PressAsync("buddies.recall-done", ("recall", "Ask by name."));
        await buddy.GoAsync(PathOf(PairId, 2));
        await learner.GoAsync(PathOf(PairId, 2));
        await buddy.PressAsync("buddies.listened", ("point", "Idea"));

        // The other listened while this page was open.
        await learner.PressAsync("buddies.recall-done", ("recall", "Ask by name, and wait."));
        AssertSays(learner, Wording.Of("buddies.talk-moved-on"));
        Assert.Equal("Ask by name, and wait.", GivenBack(learner));
        Assert.Equal("Ask by name.", Stage.Look(db => db.Talks.Single(talk => talk.Number == 2).Recall));

        var pair = PairId;
        await learner.GoAsync($"/buddies/notes?id={pair}");
        using var tab = await Room.OpenAsync(Learner);
        await tab.GoAsync("/buddies");
        await buddy.GoAsync(PathOf(pair, 2));
        await tab.PressAsync("buddies.end-pairing");
        await learner.PressAsync("buddies.note-send", ("note", "It worked!\nBoth times."));
        Assert.Equal((Wording.Of("buddies.no-pair-any-more"), "It worked!\nBoth times."), (learner.Heading, GivenBack(learner)));
        await buddy.PressAsync("buddies.listened", ("question", "Who was quiet?"));
        Assert.Equal("Who was quiet?", GivenBack(buddy));
        await learner.PostAsync(PathOf(pair, 2) + "&handler=Plan", ("when", "On Monday"), ("will", "ask first"));
        Assert.Equal(["On Monday", "ask first"], learner.Page.QuerySelectorAll("textarea").Select(field => field.TextContent));
        Assert.Empty(Stage.Look(db => db.PairNotes.ToList()));
    }

    [Fact]
    public async Task Somebody_else_is_one_click_away_and_what_was_held_stays_held()
    {
        var (learner, buddy) = await PairInCourseAsync();
        using var one = learner;
        using var other = buddy;
        await HoldAsync(learner, buddy, 1, "a call begins", "ask first");
        await learner.GoAsync($"/buddies/notes?id={PairId}");
        await learner.PressAsync("buddies.note-send", ("note", "It went well."));
        await Stage.MoveAsync(TimeSpan.FromDays(10));
        using var later = await Room.OpenAsync(Learner);
        await later.PressAsync("buddies.pick-someone-else");

        Assert.Equal(Wording.Of("buddies.whom-to-ask"), later.Heading);
        Assert.Equal("ask first", Stage.Look(db => db.Talks.Single().Will));
        Assert.Equal(1, Stage.Look(db => db.Meetings.Count(meeting => meeting.State == MeetingState.Held)));
        using var thanked = await Room.OpenAsync(Buddy);
        await thanked.GoAsync("/news");
        AssertSays(thanked, $"{Learner.Name} and you are no longer learning buddies");
    }

    private static string? GivenBack(Visitor page) => page.Page.QuerySelector("textarea[readonly]")?.TextContent;

    private static IEnumerable<string> Notes(Visitor page) => page.Page.QuerySelectorAll("blockquote").Select(note => note.TextContent);

    private static string? CountAtBuddies(Visitor page) => page.Page.QuerySelector(".places a[href$='/buddies'] .count")?.TextContent;

    private static string? Value(Visitor page, string field) => page.Page.QuerySelector(field)!.GetAttribute("value");

    private static (string Method, string Uid, int Sequence, DateTime Start) EventIn(MimeMessage mail)
    {
        var part = mail.BodyParts.OfType<TextPart>().First(part => part.ContentType.MimeType == "text/calendar");
        var calendar = Calendar.Load(part.Text)!;
        var planned = Assert.Single(calendar.Events);
        return (calendar.Method!, planned.Uid!, planned.Sequence, planned.DtStart!.AsUtc);
    }
}
