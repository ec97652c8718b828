using System.Globalization;
using System.IO.Hashing;
using System.Text;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup.Models;

/// <summary>Keys for what has none: made from its words, the same each time, and different from one another.</summary>
internal sealed class ModelKeys
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Keeps a key for what has one.</summary>
    /// <returns>False where something has it already.</returns>
    public bool Take(string id) => taken.Add(id);

    /// <summary>A key for these words.</summary>
    public string Make(string words)
    {
        var slug = Slug(words);
        var key = slug;
        while (!taken.Add(key))
        {
            var number = numbers[slug] = numbers.GetValueOrDefault(slug, 1) + 1;
            var end = "-" + number.ToString(CultureInfo.InvariantCulture);
            key = (slug.Length + end.Length > DesignKey.Longest ? slug[..(DesignKey.Longest - end.Length)] : slug) + end;
        }

        return key;
    }

    /// <summary>
    /// Words as a key: <c>Draw out quiet voices!</c> is <c>draw-out-quiet-voices</c>. Where a script leaves nothing of them, a number
    /// that hangs on the words alone.
    /// </summary>
    public static string Slug(string words)
    {
        var slug = new StringBuilder();
        foreach (var letter in words.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }

        var cut = slug.ToString(0, Math.Min(slug.Length, DesignKey.Longest)).Trim('-');
        var number = XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(words));
        return cut.Length > 0 ? cut : "k-" + number.ToString("x8", CultureInfo.InvariantCulture);
    }
}
