using System.Collections.Frozen;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// What time zones are called: by a city in them, in the reader's language. .NET names zones in one language for the whole process, so the
/// cities of Unicode CLDR come along (<c>ZoneNames.tsv</c>).
/// </summary>
public static class ZoneNames
{
    private static readonly (List<string> Languages, FrozenDictionary<string, string[]> Cities) Known = Read();

    /// <summary>The city, or the last part of an id that has none: <c>Etc/UTC</c> is UTC.</summary>
    /// <param name="id">Of the tz database.</param>
    /// <param name="language">RFC 5646 tag; English stands for a language without names.</param>
    public static string Of(string id, string language)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Known.Cities.TryGetValue(id, out var cities)
            ? cities[Math.Max(0, Known.Languages.IndexOf(language))]
            : id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');
    }

    /// <summary>Whether it has a name here: other ids are older spellings of these, or newer than the names.</summary>
    public static bool IsKnown(string id) => Known.Cities.ContainsKey(id);

    private static (List<string>, FrozenDictionary<string, string[]>) Read()
    {
        using var reader = new StreamReader(typeof(ZoneNames).Assembly.GetManifestResourceStream("zone-names")!);
        reader.ReadLine(); // Where they are from.
        var languages = reader.ReadLine()!.Split('\t')[1..];
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'));
        return ([.. languages], rows.ToFrozenDictionary(row => row[0], row => row[1..]));
    }
}
