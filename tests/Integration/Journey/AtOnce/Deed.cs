namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>One thing somebody does: a form that is posted.</summary>
/// <param name="Number">Its place among all deeds; also what is typed, so that the history tells whose words were kept.</param>
/// <param name="Who">Place of the person in the <see cref="Cast"/>.</param>
/// <param name="Path">Where, once it is known which ids things have here.</param>
/// <param name="Fields">What is typed.</param>
internal sealed record Deed(int Number, int Who, Func<Cast, string> Path, params (string Name, string Value)[] Fields)
{
    /// <summary>Words of a deed's own.</summary>
    public string Words => WordsOf(Number);

    /// <summary>Words of the deed with this number.</summary>
    public static string WordsOf(int number) => $"deed {number:00000}";
}
