using System.Text;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using Calendar = Ical.Net.Calendar;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>What a calendar program reads of a person's dates.</summary>
public sealed class CalendarFeedTests
{
    private static readonly Guid Me = Guid.Parse("0f0e0d0c-0000-0000-0000-000000000001");
    private static readonly Guid Farid = Guid.Parse("0f0e0d0c-0000-0000-0000-000000000002");
    private static readonly Guid Journey = Guid.Parse("0f0e0d0c-0000-0000-0000-000000000003");
    private static readonly Guid Thing = Guid.Parse("0f0e0d0c-0000-0000-0000-000000000004");

    [Fact]
    public void It_says_what_it_is_and_when_to_come_again()
    {
        var text = Write(Dates());

        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nPRODID:-//Learning Buddy//", text, StringComparison.Ordinal);
        Assert.Contains("\r\nMETHOD:PUBLISH\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nX-WR-CALNAME:Learning Buddy\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", text, StringComparison.Ordinal);
    }

    /// <summary>Both changes of the clock in Berlin and New York, half an hour in India, the far side of the date line.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T17:00Z", "2026-03-28 18:00")]
    [InlineData("Europe/Berlin", "2026-03-29T16:00Z", "2026-03-29 18:00")]
    [InlineData("Europe/Berlin", "2026-10-24T16:00Z", "2026-10-24 18:00")]
    [InlineData("Europe/Berlin", "2026-10-25T17:00Z", "2026-10-25 18:00")]
    [InlineData("Europe/Berlin", "2026-10-25T01:30Z", "2026-10-25 02:30")]
    [InlineData("America/New_York", "2026-03-08T22:00Z", "2026-03-08 18:00")]
    [InlineData("America/New_York", "2026-11-01T23:00Z", "2026-11-01 18:00")]
    [InlineData("Asia/Kolkata", "2026-06-01T12:30Z", "2026-06-01 18:00")]
    [InlineData("Pacific/Apia", "2026-06-01T12:00Z", "2026-06-02 01:00")]
    public void A_meeting_is_at_its_hour_on_every_clock(string zone, string at, string clock)
    {
        var meeting = Assert.Single(Read(Dates(zone, Talk(at))).Events);

        Assert.Equal(clock, $"{meeting.DtStart!.ToTimeZone(zone).Value:yyyy-MM-dd HH:mm}");
        Assert.Equal(TimeSpan.FromMinutes(45), meeting.DtEnd!.SubtractExact(meeting.DtStart));
        Assert.True(meeting.DtStart.IsUtc);
        Assert.Equal("Talk with Farid", Plain(meeting.Summary));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-24T22:30Z", "2026-10-25")]
    [InlineData("Europe/Berlin", "2026-10-25T22:30Z", "2026-10-25")]
    [InlineData("Europe/Berlin", "2026-10-25T23:00Z", "2026-10-25")]
    [InlineData("Europe/Berlin", "2026-03-29T21:59Z", "2026-03-29")]
    [InlineData("America/New_York", "2026-11-02T04:30Z", "2026-11-01")]
    [InlineData("Asia/Kolkata", "2026-06-01T18:31Z", "2026-06-02")]
    [InlineData("Pacific/Apia", "2026-06-01T12:00Z", "2026-06-02")]
    [InlineData(null, "2026-06-01T22:30Z", "2026-06-02")]
    public void The_end_of_the_time_for_something_is_a_day_where_the_person_is(string? zone, string at, string day)
    {
        var asked = new Upcoming(UpcomingKind.Invitation, Thing) { JourneyId = Journey, At = At(at), People = [Farid] };
        var written = Assert.Single(Read(Dates(zone, asked)).Events);

        Assert.True(written.IsAllDay);
        Assert.Equal(DateOnly.Parse(day, null), written.DtStart!.Date);
        Assert.Equal(DateOnly.Parse(day, null).AddDays(1), written.DtEnd!.Date);
        Assert.Equal("TRANSPARENT", written.Transparency);
        Assert.Contains(zone ?? "Europe/Paris", written.Description!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_the_journey_is_the_same_day_everywhere()
    {
        var last = new Upcoming(UpcomingKind.JourneyEnd, Journey) { JourneyId = Journey, Day = new DateOnly(2026, 12, 18) };
        foreach (var zone in new[] { "Pacific/Apia", "America/New_York" })
        {
            var written = Assert.Single(Read(Dates(zone, last)).Events);
            Assert.Equal((new DateOnly(2026, 12, 18), true), (written.DtStart!.Date, written.IsAllDay));
            Assert.Equal("Last day for evidence: Speak up, listen", Plain(written.Summary));
        }
    }

    [Fact]
    public void What_was_moved_keeps_its_name_and_what_was_called_off_says_so()
    {
        var meeting = new Meeting(Thing, Guid.NewGuid(), 1, At("2026-12-01T09:00Z"), TimeSpan.FromMinutes(45));
        var first = Assert.Single(Read(Dates("Europe/Berlin", meeting.Ahead(Pair(), Me))).Events);
        meeting.Move(At("2026-12-02T09:00Z"));
        var moved = Assert.Single(Read(Dates("Europe/Berlin", meeting.Ahead(Pair(), Me))).Events);
        meeting.Cancel(At("2026-12-01T10:00Z"));
        var cancelled = Assert.Single(Read(Dates("Europe/Berlin", meeting.Ahead(Pair(), Me))).Events);

        Assert.Equal("meeting-0f0e0d0c000000000000000000000004@buddy.example", first.Uid);
        Assert.Equal((first.Uid, first.Uid), (moved.Uid, cancelled.Uid));
        Assert.Equal([0, 1, 2], [first.Sequence, moved.Sequence, cancelled.Sequence]);
        Assert.Equal(("CONFIRMED", "CONFIRMED", "CANCELLED"), (first.Status, moved.Status, cancelled.Status));
    }

    /// <summary>The program asks again and again: what it gets is the same while nothing changed.</summary>
    [Fact]
    public void It_is_the_same_all_day_and_never_from_tomorrow()
    {
        var dates = Dates("Europe/Berlin", Talk("2026-12-01T09:00Z"));

        Assert.Equal(Write(dates, "2026-11-30T00:00Z"), Write(dates, "2026-11-30T23:59Z"));
        Assert.NotEqual(Write(dates, "2026-11-30T23:59Z"), Write(dates, "2026-12-01T00:00Z"));
        Assert.Equal(new DateTime(2026, 11, 30), Assert.Single(Calendar.Load(Write(dates, "2026-11-30T00:01Z"))!.Events).DtStamp!.Value);
    }

    [Fact]
    public void What_comes_by_itself_is_in_nobodys_calendar() => Assert.Empty(Read(Dates(
        "Europe/Berlin",
        new Upcoming(UpcomingKind.Exercise, Thing) { JourneyId = Journey, At = At("2026-12-01T09:00Z") },
        new Upcoming(UpcomingKind.News, Me) { At = At("2026-12-01T09:00Z") })).Events);

    [Theory]
    [InlineData("Farid; Omar, \"Fa\\rid\"")]
    [InlineData("أمل الخطيب من قسم الموارد البشرية والتطوير المهني في المكتب الإقليمي لشمال أفريقيا")]
    [InlineData("👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫")]
    public void A_name_arrives_as_it_is_in_lines_that_every_program_can_read(string name)
    {
        var dates = Dates("Europe/Berlin", Talk("2026-12-01T09:00Z")) with { Names = new Dictionary<Guid, string> { [Farid] = name } };
        var text = Write(dates);

        Assert.Equal($"Talk with {name}", Plain(Assert.Single(Calendar.Load(text)!.Events).Summary));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\uFFFD", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_begins_no_line_of_its_own()
    {
        var dates = Dates("Europe/Berlin", Talk("2026-12-01T09:00Z")) with
        {
            Names = new Dictionary<Guid, string> { [Farid] = "Farid\r\nATTACH:https://evil.example\r\nEND:VEVENT" },
        };

        var written = Assert.Single(Read(dates).Events);
        Assert.Empty(written.Attachments);
        Assert.Contains("ATTACH:https://evil.example END:VEVENT", Plain(written.Summary), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_has_its_line_in_every_language()
    {
        foreach (var language in new[] { "en", "de", "fr", "es", "ar", "ja" })
        {
            var all = Enum.GetValues<UpcomingKind>().Select(kind =>
                new Upcoming(kind, Guid.NewGuid()) { JourneyId = Journey, Day = new DateOnly(2026, 12, 1), BehaviourId = "one" });
            var dates = Dates("Europe/Berlin", [.. all]);
            dates.Person.Locale = language;
            Assert.All(Read(dates).Events, written => Assert.False(string.IsNullOrWhiteSpace(written.Summary)));
        }
    }

    private static string Plain(string? text) => string.Concat(text!.Where(letter => letter is not ('\u2068' or '\u2069')));

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

    private static Upcoming Talk(string at) => new(UpcomingKind.Meeting, Thing)
    {
        JourneyId = Journey, At = At(at), Lasts = TimeSpan.FromMinutes(45), People = [Farid], Together = nameof(GroupKind.BuddyPair),
    };

    private static Group Pair()
    {
        var pair = new Group(Guid.NewGuid(), GroupKind.BuddyPair, Journey, null, At("2026-11-01T09:00Z"));
        pair.Join(Me, GroupPart.Learner, At("2026-11-01T09:00Z"));
        pair.Join(Farid, GroupPart.Buddy, At("2026-11-01T09:00Z"));
        return pair;
    }

    private static PersonDates Dates(string? zone = null, params Upcoming[] all) => new(
        new Person(Me) { Locale = "en" },
        zone,
        new Dictionary<Guid, JourneyDesign>
        {
            [Journey] = new()
            {
                TemplateId = "t", Title = "Speak up, listen", TimeZone = "Europe/Paris", Behaviours = [new("one", "draw out quiet voices")],
            },
        })
    {
        All = all,
        Names = new Dictionary<Guid, string> { [Farid] = "Farid" },
    };

    private static string Write(PersonDates dates, string now = "2026-11-30T08:15Z") => new CalendarFeed(
        Options.Create(new LearningBuddyOptions { PublicUrl = new Uri("https://buddy.example") }), new FakeTimeProvider(At(now))).Write(dates);

    private static Calendar Read(PersonDates dates) => Calendar.Load(Write(dates))!;
}
