using Ical.Net.DataTypes;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>Writes a meeting for the calendars of those who meet: planned, moved or called off (RFC 5546, 3.2.2 and 3.2.5).</summary>
internal sealed class MeetingInvitation(IOptions<LearningBuddyOptions> options, TimeProvider clock)
{
    /// <summary>The part of the mail.</summary>
    /// <param name="meeting">The meeting as it stands.</param>
    /// <param name="title">What it is called, in the reader's language.</param>
    /// <param name="people">Who comes. Whoever gets the mail sees their addresses.</param>
    public MailCalendar Of(Meeting meeting, string title, IEnumerable<MailRecipient> people)
    {
        var isCancelled = meeting.State == MeetingState.Cancelled;
        var method = isCancelled ? "CANCEL" : "REQUEST";
        var calendar = CalendarParts.New(method);
        var planned = CalendarParts.Meeting(
            CalendarParts.UidOf(UpcomingKind.Meeting, meeting.Id, options.Value.PublicUrl),
            meeting.StartsAt,
            TimeSpan.FromMinutes(meeting.Minutes),
            meeting.Changes,
            isCancelled);
        var sender = MailComposer.SenderOf(options.Value);
        planned.Summary = OneLine.Of(title);
        planned.DtStamp = CalendarParts.Moment(clock.GetUtcNow());
        planned.Organizer = new Organizer { Value = Mailto(sender.Address), CommonName = InQuotes(sender.Name) };
        planned.Attendees = [.. people.Select(AttendeeOf)];
        calendar.Children.Add(planned);
        return new MailCalendar(method, CalendarParts.Write(calendar));
    }

    /// <summary>Nobody reads what comes to our own address, so no answer is asked for.</summary>
    private static Attendee AttendeeOf(MailRecipient person) => new(Mailto(person.Address))
    {
        CommonName = person.Name is { } name ? InQuotes(name) : null,
        Role = "REQ-PARTICIPANT",
        ParticipationStatus = "NEEDS-ACTION",
        Rsvp = false,
    };

    private static Uri Mailto(string address) => new($"mailto:{address}");

    /// <summary>A name as a parameter may hold it: no double quote can stand in one (RFC 5545, 3.1).</summary>
    private static string InQuotes(string? name) => OneLine.Of(name ?? "").Replace('"', '\'');
}
