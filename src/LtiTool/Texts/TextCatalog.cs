using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// All texts of one language by id, from the files <c>{Theme}.{language}.resx</c> beside the features. They are part of the main
/// assembly, English like every other language, and are read when the language is first asked for.
/// </summary>
public sealed class TextCatalog
{
    /// <summary>The language that is always there: what is not translated is told in it.</summary>
    public const string Fallback = "en";

    /// <summary>What the id of a text ends with that addresses its reader as friends are.</summary>
    public const string Informal = "~du";

    private const string Folder = "texts/";
    private static readonly Assembly Home = typeof(TextCatalog).Assembly;
    private static readonly ConcurrentDictionary<string, Lazy<TextCatalog>> Loaded = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string> texts;

    private TextCatalog(string language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        IsRightToLeft = language != PseudoLanguage.Tag && CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft;
        this.texts = texts;
    }

    /// <summary>The languages there are, by two letters, without <see cref="PseudoLanguage"/>.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. FilesOf(Home).Select(file => file[(file.LastIndexOf('.') + 1)..]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The language of these texts.</summary>
    public string Language { get; }

    /// <summary>Whether they run from right to left.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>Every id, those of plural and case forms with their <c>#form</c>.</summary>
    public IEnumerable<string> Ids => texts.Keys.Where(id => !id.EndsWith(Informal, StringComparison.Ordinal));

    /// <summary>The ids that have a second text, for readers who are addressed as friends are.</summary>
    public IEnumerable<string> InformalIds =>
        texts.Keys.Where(id => id.EndsWith(Informal, StringComparison.Ordinal)).Select(id => id[..^Informal.Length]);

    /// <summary>The texts of a language; those in English where there are none in it.</summary>
    /// <param name="language">Two letters, or the tag of <see cref="PseudoLanguage"/>.</param>
    public static TextCatalog Of(string language)
    {
        var known = language == PseudoLanguage.Tag || Languages.Contains(language) ? language : Fallback;
        return Loaded.GetOrAdd(known, tag => new Lazy<TextCatalog>(() => Load(tag))).Value;
    }

    /// <summary>A text with its places, or null when there is none with this id.</summary>
    public string? Find(string id) => texts.GetValueOrDefault(id);

    /// <summary>The ids of one file, such as <c>Evidence</c>, in a language.</summary>
    public static IEnumerable<string> IdsOf(string theme, string language) => Read($"{Folder}{theme}.{language}").Select(text => text.Key);

    /// <summary>The files of a language, without folder and language: <c>Evidence</c>.</summary>
    public static IEnumerable<string> ThemesOf(string language) =>
        FilesOf(Home)
            .Where(file => file.EndsWith('.' + language, StringComparison.Ordinal))
            .Select(file => file[Folder.Length..file.LastIndexOf('.')]);

    private static TextCatalog Load(string language)
    {
        if (language == PseudoLanguage.Tag)
        {
            var decorated = Of(Fallback).texts.Select(text => KeyValuePair.Create(text.Key, PseudoLanguage.Decorate(text.Value)));
            return new(language, decorated.ToFrozenDictionary(StringComparer.Ordinal));
        }

        var all = ThemesOf(language).SelectMany(theme => Read($"{Folder}{theme}.{language}"));
        return new(language, all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static IEnumerable<string> FilesOf(Assembly assembly) =>
        assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> Read(string file)
    {
        using var reader = new ResourceReader(
            Home.GetManifestResourceStream(file) ?? throw new InvalidOperationException($"There is no resource '{file}'."));
        foreach (DictionaryEntry entry in reader)
        {
            yield return KeyValuePair.Create((string)entry.Key, (string)entry.Value!);
        }
    }
}
