using System.Text;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.Shared.Groups;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Xunit;
using Calendar = Ical.Net.Calendar;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>What the calendars of those who meet read in a mail.</summary>
public sealed class MeetingInvitationTests
{
    private static readonly MailRecipient[] Two = [new("ann@school.example", "Ann \"Nan\" Lee; HR"), new("farid@school.example", null)];

    [Fact]
    public void It_asks_people_to_come_and_asks_for_no_answer()
    {
        var (part, calendar) = Written(Planned());
        var meeting = Assert.Single(calendar.Events);

        Assert.Equal(("REQUEST", "REQUEST"), (part.Method, calendar.Method));
        Assert.Equal($"meeting-{Planned().Id:N}@localhost", meeting.Uid);
        Assert.Equal(0, meeting.Sequence);
        Assert.Equal(MailSamples.Now.UtcDateTime, meeting.DtStamp!.AsUtc);
        Assert.Equal("Talk with Farid", meeting.Summary);
        Assert.Equal(new Uri("mailto:buddy@school.example"), meeting.Organizer!.Value);
        Assert.Equal("Learning Buddy", meeting.Organizer.CommonName);
        Assert.Equal(["mailto:ann@school.example", "mailto:farid@school.example"], meeting.Attendees.Select(one => one.Value!.ToString()));
        Assert.Equal("Ann 'Nan' Lee; HR", meeting.Attendees[0].CommonName);
        Assert.All(meeting.Attendees, one => Assert.False(one.Rsvp));
    }

    [Fact]
    public void Each_move_is_a_newer_version_of_the_same_and_the_last_calls_it_off()
    {
        var meeting = Planned();
        var versions = new List<(string Method, string? Uid, int Sequence, string? Status, DateTime Start)> { Version(meeting) };
        meeting.Move(meeting.StartsAt.AddDays(1));
        versions.Add(Version(meeting));
        meeting.Move(meeting.StartsAt.AddDays(1));
        versions.Add(Version(meeting));
        meeting.Cancel(meeting.StartsAt);
        versions.Add(Version(meeting));

        Assert.Single(versions.Select(version => version.Uid).Distinct());
        Assert.Equal([0, 1, 2, 3], versions.Select(version => version.Sequence));
        Assert.Equal(["REQUEST", "REQUEST", "REQUEST", "CANCEL"], versions.Select(version => version.Method));
        Assert.Equal(["CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED"], versions.Select(version => version.Status));
        Assert.Equal([1, 2, 3, 3], versions.Select(version => version.Start.Day));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:59Z", "2026-03-29 01:59", "2026-03-29 03:29")]
    [InlineData("Europe/Berlin", "2026-10-25T00:45Z", "2026-10-25 02:45", "2026-10-25 02:15")]
    [InlineData("America/New_York", "2026-03-08T06:45Z", "2026-03-08 01:45", "2026-03-08 03:15")]
    [InlineData("America/New_York", "2026-11-01T05:45Z", "2026-11-01 01:45", "2026-11-01 01:15")]
    [InlineData("Asia/Kolkata", "2026-12-01T12:30Z", "2026-12-01 18:00", "2026-12-01 18:30")]
    [InlineData("Pacific/Apia", "2026-12-01T10:45Z", "2026-12-01 23:45", "2026-12-02 00:15")]
    public void It_takes_its_half_hour_also_while_clocks_change(string zone, string at, string from, string until)
    {
        var start = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var meeting = Assert.Single(Written(new Meeting(Guid.NewGuid(), Guid.NewGuid(), 1, start, TimeSpan.FromMinutes(30))).Calendar.Events);

        Assert.Equal(from, $"{meeting.DtStart!.ToTimeZone(zone).Value:yyyy-MM-dd HH:mm}");
        Assert.Equal(until, $"{meeting.DtEnd!.ToTimeZone(zone).Value:yyyy-MM-dd HH:mm}");
    }

    [Fact]
    public void It_arrives_in_a_mail_as_it_was_written()
    {
        var (part, _) = Written(Planned());
        using var received = MailSamples.Received(MailSamples.Some with { Calendar = part });

        var calendar = Assert.IsType<TextPart>(received.BodyParts.Last());
        Assert.Equal(("text/calendar", "REQUEST"), (calendar.ContentType.MimeType, calendar.ContentType.Parameters["method"]));
        using var bytes = new MemoryStream();
        calendar.Content!.DecodeTo(bytes, TestContext.Current.CancellationToken);
        Assert.Equal(part.Content, Encoding.UTF8.GetString(bytes.ToArray()));
        Assert.Equal("Talk with Farid", Assert.Single(Calendar.Load(part.Content)!.Events).Summary);
    }

    [Fact]
    public void A_title_of_several_lines_is_one()
    {
        var part = Invitation().Of(Planned(), "Talk\r\nATTENDEE:mailto:spy@evil.example", Two);
        var meeting = Assert.Single(Calendar.Load(part.Content)!.Events);

        Assert.Equal("Talk ATTENDEE:mailto:spy@evil.example", meeting.Summary);
        Assert.Equal(2, meeting.Attendees.Count);
    }

    private static (string Method, string? Uid, int Sequence, string? Status, DateTime Start) Version(Meeting meeting)
    {
        var (part, calendar) = Written(meeting);
        var one = Assert.Single(calendar.Events);
        return (part.Method, one.Uid, one.Sequence, one.Status, one.DtStart!.AsUtc);
    }

    private static (MailCalendar Part, Calendar Calendar) Written(Meeting meeting)
    {
        var part = Invitation().Of(meeting, "Talk with Farid", Two);
        return (part, Calendar.Load(part.Content)!);
    }

    private static Meeting Planned() => new(
        Guid.Parse("0f0e0d0c-0000-0000-0000-000000000004"), Guid.NewGuid(), 1,
        new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(30));

    private static MeetingInvitation Invitation() => new(MailSamples.Settings(), new FakeTimeProvider(MailSamples.Now));
}
