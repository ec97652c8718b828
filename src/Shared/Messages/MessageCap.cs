namespace LearningBuddy.Shared.Messages;

/// <summary>
/// How often a person is reached outside the tool: one message per day and four in any seven days, all kinds that count together. A
/// message in several channels, and a digest of several messages, are one.
/// </summary>
public static class MessageCap
{
    /// <summary>How many there are in any seven days at most.</summary>
    public const int PerWeek = 4;

    /// <summary>Seven times 24 hours, its end not included.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The first moment at or after <paramref name="wanted"/> when one more may go.</summary>
    /// <param name="wanted">UTC or any offset.</param>
    /// <param name="sent">
    /// When others went, in any order: those of the last seven days are enough, and any after <paramref name="wanted"/>, which a clock that
    /// was put back leaves behind.
    /// </param>
    /// <param name="zone">The person's time zone: a day is the one on their calendar, of 23, 24 or 25 hours.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset NextAllowed(DateTimeOffset wanted, IEnumerable<DateTimeOffset> sent, TimeZoneInfo zone)
    {
        var (at, others) = (wanted.ToUniversalTime(), sent.Order().ToList());
        while ((AfterDay(at, others, zone) ?? AfterWeek(at, others)) is { } later)
        {
            at = later;
        }

        return at;
    }

    private static DateTimeOffset? AfterDay(DateTimeOffset at, List<DateTimeOffset> sent, TimeZoneInfo zone)
    {
        var today = WallClock.Show(at, zone).Date;
        return sent.Any(other => WallClock.Show(other, zone).Date == today) ? WallClock.Next(at, today.AddDays(1), zone) : null;
    }

    /// <summary>When the first of as many as a week may have is a week ago; null when with one more they are no week's.</summary>
    private static DateTimeOffset? AfterWeek(DateTimeOffset at, List<DateTimeOffset> sent)
    {
        for (var place = 0; place + PerWeek <= sent.Count; place++)
        {
            var (first, last) = (sent[place], sent[place + PerWeek - 1]);
            if (last - first < Week && last - at < Week && at - first < Week)
            {
                return first + Week;
            }
        }

        return null;
    }
}
