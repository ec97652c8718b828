namespace LearningBuddy.SampleData.World;

/// <summary>Which history to make. The same options give the same history to the last byte; any other option gives other people.</summary>
/// <param name="Seed">Any number.</param>
/// <param name="Learners">Places in all cohorts, at least 1.</param>
/// <param name="From">First day, UTC.</param>
/// <param name="Until">The day after the last, UTC; at least <see cref="ShortestDays"/> later.</param>
internal sealed record SampleOptions(long Seed, int Learners, DateOnly From, DateOnly Until)
{
    /// <value>Less than eight weeks would hold no certification.</value>
    public const int ShortestDays = 56;

    /// <value>More than this many learners is a load test, which is something else.</value>
    public const int MostLearners = 5_000;

    /// <value>Names everything that is drawn or given an id.</value>
    public string Name => FormattableString.Invariant($"sample|{Seed}|{Learners}|{From:yyyy-MM-dd}|{Until:yyyy-MM-dd}");

    /// <value>First moment.</value>
    public DateTimeOffset FromAt => new(From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <value>The moment after the last.</value>
    public DateTimeOffset UntilAt => new(Until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
