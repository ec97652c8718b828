using System.Text;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// A language for tests, <c>qps-ploc</c>: English with marks on its letters, in double brackets. What comes without them never was a
/// resource.
/// </summary>
public static class PseudoLanguage
{
    /// <summary>Its language tag.</summary>
    public const string Tag = "qps-ploc";

    private const string Plain = "aceinosuyACEINOSUY";
    private const string Marked = "áçéíñöšüýÁÇÉÍÑÖŠÜÝ";

    /// <summary>A text in this language; its places stay.</summary>
    public static string Decorate(string text)
    {
        var decorated = new StringBuilder("[[", text.Length + 4);
        var isPlace = false;
        foreach (var letter in text)
        {
            isPlace = letter == '{' || (isPlace && letter != '}');
            decorated.Append(!isPlace && Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Marked[at] : letter);
        }

        return decorated.Append("]]").ToString();
    }
}
