using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using LearningBuddy.Shared.Core;
using Calendar = Ical.Net.Calendar;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>What all our calendars are made of (RFC 5545), whether a program fetches them or a mail brings them.</summary>
internal static class CalendarParts
{
    /// <summary>Who made it.</summary>
    private const string Maker = "-//Learning Buddy//Learning Buddy//EN";

    /// <summary>An empty calendar.</summary>
    /// <param name="method">What is to be done with it, such as <c>PUBLISH</c>.</param>
    public static Calendar New(string method) => new() { ProductId = Maker, Method = method };

    /// <summary>The name of a thing among all calendars of the world: the same one at each time, here and in a mail.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="subject">Which.</param>
    /// <param name="publicUrl">The tool's own address.</param>
    public static string UidOf(UpcomingKind kind, Guid subject, Uri publicUrl) => $"{Word(kind)}-{subject:N}@{publicUrl.IdnHost}";

    /// <summary>
    /// A moment as UTC: each program shows it on its reader's own clock, and no table of time zones has to be right in two places.
    /// </summary>
    public static CalDateTime Moment(DateTimeOffset at) => new(at.UtcDateTime, "UTC");

    /// <summary>An event that takes some of its reader's time.</summary>
    public static CalendarEvent Meeting(string uid, DateTimeOffset startsAt, TimeSpan lasts, int changes, bool isCancelled) => new()
    {
        Uid = uid,
        DtStart = Moment(startsAt),
        DtEnd = Moment(startsAt + lasts),
        Sequence = changes,
        Status = isCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Transparency = isCancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
    };

    /// <summary>Something about a whole day: it stands above the hours and makes nobody busy.</summary>
    public static CalendarEvent WholeDay(string uid, DateOnly day) => new()
    {
        Uid = uid,
        DtStart = new CalDateTime(day),
        DtEnd = new CalDateTime(day.AddDays(1)),
        Transparency = TransparencyType.Transparent,
    };

    /// <summary>The calendar as it is sent.</summary>
    public static string Write(Calendar calendar) => new CalendarSerializer().SerializeToString(calendar)!;

    private static string Word(UpcomingKind kind) => string.Concat(
        kind.ToString().Select((letter, place) => char.IsUpper(letter) && place > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
}
