using System.Collections.Concurrent;
using System.Globalization;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// The texts for one reader, by ids such as <c>evidence.send</c>. Whoever makes one says for which culture;
/// below a request nobody asks for the culture of the thread.
/// </summary>
public sealed partial class Localizer
{
    private const char RightToLeftMark = '\u200F';
    private static readonly ConcurrentDictionary<string, bool> Told = new(StringComparer.Ordinal);
    private readonly TextCatalog catalog;
    private readonly ILogger? logger;
    private readonly bool isInformal;

    private Localizer(CultureInfo culture, ILogger? logger, bool isInformal)
    {
        var isPseudo = string.Equals(culture.Name, PseudoLanguage.Tag, StringComparison.OrdinalIgnoreCase);
        catalog = TextCatalog.Of(isPseudo ? PseudoLanguage.Tag : culture.TwoLetterISOLanguageName);
        Culture = culture;
        this.logger = logger;
        this.isInformal = isInformal;
    }

    /// <summary>The reader's culture: numbers and dates are written its way, also where the words are English.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language of the words, for <c>lang</c>: English where there are none in the reader's language.</summary>
    public string Language => catalog.Language;

    /// <summary>Which way the words run, for <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Whether the words run from right to left.</summary>
    public bool IsRightToLeft => catalog.IsRightToLeft;

    /// <summary>
    /// A text for a page. Strings among the arguments are people's words and are isolated; another <see cref="LocalizedText"/> is filled
    /// in as it is.
    /// </summary>
    public LocalizedText this[string id, params object?[] arguments] => new(Find(id), arguments, Culture, IsRightToLeft);

    /// <summary>The texts for a reader.</summary>
    /// <param name="culture">The reader's.</param>
    /// <param name="logger">Where a missing text is noted, once.</param>
    /// <param name="isInformal">
    /// Whether the reader is addressed as friends are. German writes such texts as <c>id~du</c> beside those with <em>Sie</em>.
    /// </param>
    public static Localizer For(CultureInfo culture, ILogger? logger = null, bool isInformal = false)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return new(culture, logger, isInformal);
    }

    /// <summary>The texts in a language that a journey or a person names; English where there is no such language.</summary>
    /// <param name="language">Its tag, or null.</param>
    /// <param name="isInformal">As in <see cref="For"/>.</param>
    public static Localizer In(string? language, bool isInformal = false) =>
        For(LanguageTags.Find(language) ?? CultureInfo.GetCultureInfo(TextCatalog.Fallback), isInformal: isInformal);

    /// <summary>A text for an attribute, a title or a mail.</summary>
    public string Plain(string id, params object?[] arguments) => this[id, arguments].ToString();

    /// <summary>A text that counts something: the form <c>id#one</c>, <c>id#other</c> … that the number takes in this language.</summary>
    /// <param name="id">Without the form.</param>
    /// <param name="number">What <c>{0}</c> shows.</param>
    /// <param name="arguments">What <c>{1}</c> and the following show.</param>
    public LocalizedText Count(string id, double number, params object?[] arguments) =>
        this[$"{id}#{Plurals.FormOf(Language, (decimal)number)}", [number, .. arguments]];

    /// <summary>A number that stands for itself, as the reader writes it.</summary>
    public string Number(double number) => InDigits(number.ToString(Culture));

    /// <summary>A date, a time or a fraction that is written already, with the digits of the reader's country.</summary>
    /// <param name="written">With the digits 0 to 9.</param>
    public string InDigits(string written) => Digits.Of(written, Culture);

    /// <summary>
    /// Names or words beside each other, as the reader's language sets them apart. In Arabic the first stands at the right, in a list of
    /// numbers or foreign names too, which by themselves would run the other way.
    /// </summary>
    public string List(IEnumerable<string> items) =>
        Language == "ar" ? RightToLeftMark + string.Join("، ", items) : string.Join(", ", items);

    /// <summary>A day with its month, in the order and with the marks that people of the language are used to.</summary>
    /// <param name="day">Which.</param>
    /// <param name="weekday">How its weekday is written, <c>ddd</c> or <c>dddd</c>; null for none.</param>
    /// <param name="year">How its year is written; empty for none.</param>
    public string Day(DateOnly day, string? weekday, string year = "")
    {
        var date = (Culture.TwoLetterISOLanguageName, weekday) switch
        {
            ("de", null) => "d. MMM",
            (_, null) => "d MMM",
            ("de", _) => $"{weekday}, d. MMM",
            _ => $"{weekday} d MMM",
        };
        return InDigits(day.ToString(date + year, Culture));
    }

    /// <summary>A day with its hour and time zone: where a reader has to be somewhere then. Short enough for the title of a mail.</summary>
    /// <param name="at">UTC or any offset.</param>
    /// <param name="zone">The reader's time zone.</param>
    public string Moment(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return List([Day(DateOnly.FromDateTime(local.DateTime), "ddd"), InDigits(local.ToString("t", Culture))]) + $" ({Zone(zone)})";
    }

    /// <summary>What a time zone is called: by a city in it.</summary>
    public string Zone(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return ZoneNames.Of(zone.Id, Language);
    }

    /// <summary>A text as it stands at the start of a sentence: the form <c>id#start</c>.</summary>
    public LocalizedText Start(string id) => this[id + "#start"];

    private string Find(string id)
    {
        if (((isInformal ? catalog.Find(id + TextCatalog.Informal) : null) ?? catalog.Find(id)) is { } text)
        {
            return text;
        }

#if DEBUG
        throw new InvalidOperationException($"There is no text '{id}' in '{Language}'.");
#else
        if (logger is not null && Told.TryAdd($"{Language} {id}", true))
        {
            Log.Missing(logger, id, Language);
        }

        return id;
#endif
    }

    private static partial class Log
    {
        [LoggerMessage(1501, LogLevel.Error, "There is no text '{Id}' in '{Language}'")]
        public static partial void Missing(ILogger logger, string id, string language);
    }
}
