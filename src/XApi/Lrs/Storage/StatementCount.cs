namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>How many statements of one verb happened in one quarter of an hour.</summary>
/// <param name="Verb">The verb as a term; two statements of the same verb have the same.</param>
/// <param name="Quarter">When they happened, see <see cref="QuarterHour"/>.</param>
/// <param name="Count">At least 1.</param>
/// <param name="Newest">The highest sequence number among them.</param>
public sealed record StatementCount(long Verb, long Quarter, long Count, long Newest);

/// <summary>
/// Quarters of an hour, numbered from 1970 on (before it: below zero). The finest that statements are counted in: days begin and end at one
/// of them in every time zone of today, so that counts can be added up to the days of whoever reads.
/// </summary>
public static class QuarterHour
{
    private const long Milliseconds = 15 * 60 * 1000;

    /// <summary>The quarter that a moment is in.</summary>
    public static long Of(DateTimeOffset moment) => (long)Math.Floor((double)moment.ToUnixTimeMilliseconds() / Milliseconds);

    /// <summary>When a quarter begins, UTC.</summary>
    /// <param name="quarter">As <see cref="Of"/> gives it.</param>
    public static DateTimeOffset Start(long quarter) => DateTimeOffset.FromUnixTimeMilliseconds(quarter * Milliseconds);
}
