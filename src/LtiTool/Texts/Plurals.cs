namespace LearningBuddy.LtiTool.Texts;

/// <summary>Which plural form a number takes: the cardinal rules of Unicode CLDR, for the languages that texts are written in.</summary>
public static class Plurals
{
    /// <summary>The forms a language needs, as CLDR names them; a language that is not known here follows English.</summary>
    /// <param name="language">Two letters, such as <c>ar</c>.</param>
    public static IReadOnlyList<string> Forms(string language) => language switch
    {
        "fr" or "es" => ["one", "many", "other"],
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };

    /// <summary>The form of a number: 1 takes <c>one</c> in English.</summary>
    /// <param name="language">Two letters.</param>
    /// <param name="number">Any number. Zeros at the end of a fraction count as not written.</param>
    public static string FormOf(string language, decimal number)
    {
        var n = Math.Abs(number);
        var i = Math.Truncate(n);
        var isWhole = i == n;
        return language switch
        {
            "fr" when i is 0 or 1 => "one",
            "es" when n == 1 => "one",
            "fr" or "es" when isWhole && i != 0 && i % 1_000_000 == 0 => "many",
            "fr" or "es" => "other",
            "ar" => ArabicForm(n, isWhole),
            _ => i == 1 && isWhole ? "one" : "other",
        };
    }

    private static string ArabicForm(decimal n, bool isWhole) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ when isWhole && n % 100 is >= 3 and <= 10 => "few",
        _ when isWhole && n % 100 is >= 11 => "many",
        _ => "other",
    };
}
