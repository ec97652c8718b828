using Ical.Net;
using Ical.Net.CalendarComponents;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Writes a person's dates for calendar programs, which fetch them now and then.</summary>
internal sealed class CalendarFeed(IOptions<LearningBuddyOptions> options, TimeProvider clock)
{
    /// <summary>How often programs are asked to come.</summary>
    private const string EveryHour = "PT1H";

    /// <summary>The whole calendar. It is the same all day long while nothing changes, so that its hash tells whether it did.</summary>
    public string Write(PersonDates dates)
    {
        var texts = Localizer.In(dates.Language);
        var calendar = CalendarParts.New("PUBLISH");
        calendar.AddProperty("X-WR-CALNAME", texts.Plain("calendar.name"));
        calendar.AddProperty("X-PUBLISHED-TTL", EveryHour);
        var often = new CalendarProperty("REFRESH-INTERVAL", EveryHour);
        often.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(often);
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        foreach (var one in dates.All.Where(one => one.IsForCalendars))
        {
            var written = EventOf(one, dates);
            written.Summary = OneLine.Of(UpcomingTexts.Line(one, dates, texts).ToString());
            written.Description = DescriptionOf(one, dates, texts);
            written.DtStamp = CalendarParts.Moment(today);
            calendar.Children.Add(written);
        }

        return CalendarParts.Write(calendar);
    }

    private CalendarEvent EventOf(Upcoming one, PersonDates dates)
    {
        var uid = CalendarParts.UidOf(one.Kind, one.Subject, options.Value.PublicUrl);
        return one is { At: { } at, Lasts: { } lasts }
            ? CalendarParts.Meeting(uid, at, lasts, one.Changes, one.IsCancelled)
            : CalendarParts.WholeDay(uid, dates.DayOf(one));
    }

    /// <summary>The journey, and the hour until which something is to be done.</summary>
    private static string? DescriptionOf(Upcoming one, PersonDates dates, Localizer texts)
    {
        string?[] lines =
        [
            one is { IsDeadline: true, At: { } at }
                ? texts.Plain(
                    "calendar.until",
                    texts.InDigits(TimeZoneInfo.ConvertTime(at, dates.ZoneOf(one)).ToString("f", texts.Culture)),
                    dates.ZoneOf(one).Id)
                : null,
            dates.Journeys.GetValueOrDefault(one.JourneyId)?.Title,
        ];
        return string.Join('\n', lines.OfType<string>()) is { Length: > 0 } said ? said : null;
    }
}
