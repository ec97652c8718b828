using LearningBuddy.SampleData.Chance;

namespace LearningBuddy.SampleData.Play;

/// <summary>How somebody learns.</summary>
/// <param name="Starts">False: enrolled and never came.</param>
/// <param name="StartsAfter">How long after the opening they come first.</param>
/// <param name="Pace">Between two visits, compared with others: below 1 is more often.</param>
/// <param name="Craft">0 to 1: how likely evidence is good at the first try.</param>
/// <param name="Warmth">0 to 1: how likely they answer others, and nudges.</param>
/// <param name="QuitsAfter">How long after the start they stop coming, or null.</param>
/// <param name="SaysGoodbye">Whether they withdraw rather than stay away.</param>
internal sealed record Temperament(
    bool Starts, TimeSpan StartsAfter, double Pace, double Craft, double Warmth, TimeSpan? QuitsAfter, bool SaysGoodbye)
{
    private const double NeverStarts = 0.07;
    private const double QuitsInTheFirstWeek = 0.13;
    private const double QuitsLater = 0.13;

    private static readonly Spread StartDays = new(0.02, 0.1, 0.3, 0.9, 1.6, 2.8, 4.5, 8, 17);
    private static readonly Spread Paces = new(0.5, 0.7, 0.85, 1, 1.15, 1.4, 2.1);
    private static readonly Spread FirstWeek = new(0.05, 1, 3, 7);
    private static readonly Spread Later = new(8, 15, 22, 30, 44, 60);

    /// <summary>Draws one.</summary>
    public static Temperament Of(Dice dice)
    {
        var fate = dice.Fraction();
        TimeSpan? quits = fate < NeverStarts + QuitsInTheFirstWeek ? dice.Days(FirstWeek)
            : fate < NeverStarts + QuitsInTheFirstWeek + QuitsLater ? dice.Days(Later)
            : null;
        return new Temperament(
            fate >= NeverStarts, dice.Days(StartDays), dice.From(Paces), dice.Fraction(), 0.25 + (0.75 * dice.Fraction()), quits,
            dice.Happens(0.3));
    }
}
