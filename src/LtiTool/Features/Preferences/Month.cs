using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Features.Preferences;

/// <summary>The picture of what will come: two to five weeks from the one that is now.</summary>
/// <param name="Weeks">Of seven days each.</param>
/// <param name="Dates">What is needed to say what comes.</param>
internal sealed record Month(IReadOnlyList<IReadOnlyList<MonthDay>> Weeks, PersonDates Dates)
{
    private const int Days = 7;
    private const int LeastWeeks = 2;
    private const int MostWeeks = 5;

    /// <summary>The days on which something comes.</summary>
    public IEnumerable<MonthDay> Full => Weeks.SelectMany(week => week).Where(day => day.Comes.Count > 0);

    /// <summary>Draws it.</summary>
    /// <param name="dates">What lies ahead of the person.</param>
    /// <param name="today">Where the person is.</param>
    /// <param name="first">The day a week begins with for the reader.</param>
    /// <param name="quiet">The days on which nothing is sent.</param>
    public static Month Of(PersonDates dates, DateOnly today, DayOfWeek first, Weekdays quiet)
    {
        var monday = today.AddDays(-((Days + (int)today.DayOfWeek - (int)first) % Days));
        var end = monday.AddDays(MostWeeks * Days);
        var coming = dates.All
            .Where(one => !one.IsCancelled && dates.DayOf(one) is var day && day >= today && day < end)
            .ToLookup(dates.DayOf);
        var last = coming.Select(day => day.Key).DefaultIfEmpty(today).Max();
        var weeks = Math.Max(LeastWeeks, ((last.DayNumber - monday.DayNumber) / Days) + 1);
        return new Month(
            [.. Enumerable.Range(0, weeks).Select(week => Week(monday.AddDays(week * Days), today, quiet, coming))], dates);
    }

    private static IReadOnlyList<MonthDay> Week(DateOnly first, DateOnly today, Weekdays quiet, ILookup<DateOnly, Upcoming> coming) =>
    [
        .. Enumerable.Range(0, Days).Select(first.AddDays).Select(day => new MonthDay(
            day, day == today, day < today, quiet.HasFlag((Weekdays)(1 << (int)day.DayOfWeek)), [.. coming[day]])),
    ];
}

/// <summary>One day of it.</summary>
/// <param name="Day">Which.</param>
/// <param name="IsToday">Whether it is today.</param>
/// <param name="IsPast">Whether it is over.</param>
/// <param name="IsQuiet">Whether nothing is sent on it.</param>
/// <param name="Comes">What comes, in order.</param>
internal sealed record MonthDay(DateOnly Day, bool IsToday, bool IsPast, bool IsQuiet, IReadOnlyList<Upcoming> Comes);
