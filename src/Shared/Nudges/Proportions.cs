namespace LearningBuddy.Shared.Nudges;

/// <summary>How certain a share is, and a difference of two shares: 95 % intervals that hold for few people too.</summary>
public static class Proportions
{
    /// <summary>The quantile of the normal distribution for 95 %, both sides.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The interval of one share (Wilson 1927, without correction); 0 to 1 of nobody.</summary>
    /// <param name="part">How many.</param>
    /// <param name="of">Out of how many.</param>
    public static (double Low, double High) Of(int part, int of)
    {
        if (of == 0)
        {
            return (0, 1);
        }

        var (share, squared) = ((double)part / of, Z * Z);
        var middle = (share + (squared / (2 * of))) / (1 + (squared / of));
        var half = Z * Math.Sqrt((share * (1 - share) / of) + (squared / (4.0 * of * of))) / (1 + (squared / of));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>The interval of the first share less the second (Newcombe 1998, method 10).</summary>
    public static (double Low, double High) Difference(int firstPart, int firstOf, int secondPart, int secondOf)
    {
        var (first, second) = (Share(firstPart, firstOf), Share(secondPart, secondOf));
        var (low1, high1) = Of(firstPart, firstOf);
        var (low2, high2) = Of(secondPart, secondOf);
        var difference = first - second;
        return (
            difference - Math.Sqrt(Math.Pow(first - low1, 2) + Math.Pow(high2 - second, 2)),
            difference + Math.Sqrt(Math.Pow(high1 - first, 2) + Math.Pow(second - low2, 2)));
    }

    private static double Share(int part, int of) => of == 0 ? 0 : (double)part / of;
}
