using System.Globalization;
using System.Text;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// French runs <em>de</em> and <em>que</em> into a name that begins with a vowel: de Farid, but d’Amira. Both are written before a name
/// with h, so that h stays as it is.
/// </summary>
internal static class Elision
{
    private const string Vowels = "aeiouœæ";

    /// <summary>The words of a text that stand before a name.</summary>
    /// <param name="words">As the text has them, up to its place.</param>
    /// <param name="name">What comes into the place.</param>
    public static string Before(string words, string name) =>
        (EndsWithWord(words, "de ") || EndsWithWord(words, "que ")) && BeginsWithVowel(name) ? words[..^2] + "’" : words;

    private static bool EndsWithWord(string words, string word) =>
        words.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && (words.Length == word.Length || !char.IsLetter(words[^(word.Length + 1)]));

    private static bool BeginsWithVowel(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(at => CharUnicodeInfo.GetUnicodeCategory(at) != UnicodeCategory.NonSpacingMark)
            .Select(char.ToLowerInvariant).Take(2).ToArray();
        return letters switch
        {
            ['y', var next, ..] => char.IsLetter(next) && !Vowels.Contains(next, StringComparison.Ordinal),
            [var first, ..] => Vowels.Contains(first, StringComparison.Ordinal),
            _ => false,
        };
    }
}
