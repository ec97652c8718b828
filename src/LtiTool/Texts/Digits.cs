using System.Globalization;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// The digits of Arabic: those of the reader's country, ٣ in Egypt and 3 in Morocco (CLDR, default numbering systems). A bare <c>ar</c>
/// names no country, and Moodle and Canvas write 3 on the page around ours; with these digits CLDR writes fractions with a point.
/// </summary>
internal static class Digits
{
    /// <summary>A number, date or time with the digits that the culture writes.</summary>
    /// <param name="written">With the digits 0 to 9.</param>
    /// <param name="culture">The reader's.</param>
    public static string Of(string written, CultureInfo culture)
    {
        if (culture.TwoLetterISOLanguageName != "ar")
        {
            return written;
        }

        if (culture.IsNeutralCulture)
        {
            return written.Replace(culture.NumberFormat.NumberDecimalSeparator, ".", StringComparison.Ordinal);
        }

        var native = culture.NumberFormat.NativeDigits;
        return string.Concat(written.Select(letter => char.IsAsciiDigit(letter) ? native[letter - '0'] : letter.ToString()));
    }
}
