using System.Globalization;

namespace LearningBuddy.XApi.Statements;

/// <summary>Timestamps: RFC 3339 (4.2.7 of 2.0); under 1.0.3 also the wider ISO 8601 extended form (4.5).</summary>
public static class XApiTimestamp
{
    /// <summary>Writes <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.</summary>
    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a timestamp.</summary>
    /// <param name="text">The text; surrounding blanks are not allowed.</param>
    /// <param name="version">1.0.3 also takes a time without zone (read as UTC), <c>+hhmm</c>, <c>+hh</c> and a date alone.</param>
    /// <param name="at">The moment; digits past 100 ns are cut off.</param>
    /// <returns>False if it is none, or has one of the offsets <c>-00</c>, <c>-0000</c>, <c>-00:00</c>, which ISO 8601 forbids.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, XApiVersion version, out DateTimeOffset at)
    {
        at = default;
        var loose = version == XApiVersion.V103;
        if (!TryDate(text, out var date))
        {
            return false;
        }

        var rest = text[10..];
        if (rest.IsEmpty)
        {
            at = new DateTimeOffset(date, TimeSpan.Zero);
            return loose;
        }

        if (rest[0] is not ('T' or 't') || !TryTime(rest[1..], out var time, out var used)
            || !TryZone(rest[(1 + used)..], loose, out var offset))
        {
            return false;
        }

        var ticks = date.Ticks + time - offset.Ticks;
        if (ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        at = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out DateTime date)
    {
        date = default;
        return text.Length >= 10 && DateTime.TryParseExact(
            text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>Reads <c>hh:mm:ss[.f…]</c>; a leap second counts as the second before it.</summary>
    private static bool TryTime(ReadOnlySpan<char> text, out long ticks, out int used)
    {
        (ticks, used) = (0, 0);
        if (text.Length < 8 || text[2] != ':' || text[5] != ':'
            || !TryNumber(text[..2], 23, out var hour)
                || !TryNumber(text[3..5], 59, out var minute)
                || !TryNumber(text[6..8], 60, out var second))
        {
            return false;
        }

        ticks = new TimeSpan(hour, minute, Math.Min(second, 59)).Ticks;
        used = 8;
        if (text.Length == 8 || text[8] is not ('.' or ','))
        {
            return true;
        }

        var unit = TimeSpan.TicksPerSecond / 10;
        for (used = 9; used < text.Length && char.IsAsciiDigit(text[used]); used++)
        {
            ticks += (text[used] - '0') * unit;
            unit /= 10;
        }

        return used > 9;
    }

    private static bool TryZone(ReadOnlySpan<char> text, bool loose, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.IsEmpty)
        {
            return loose;
        }

        if (text is "Z" or "z")
        {
            return true;
        }

        var minutes = text.Length switch
        {
            6 when text[3] == ':' => text[4..6],
            5 when loose => text[3..5],
            3 when loose => "00",
            _ => [],
        };
        if (minutes.IsEmpty
            || text[0] is not ('+' or '-')
            || !TryNumber(text[1..3], 23, out var hour)
            || !TryNumber(minutes, 59, out var minute))
        {
            return false;
        }

        offset = new TimeSpan(hour, minute, 0);
        var west = text[0] == '-';
        if (west && offset == TimeSpan.Zero)
        {
            return false;
        }

        offset = west ? -offset : offset;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, int max, out int value)
    {
        value = 0;
        return digits.Length == 2 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[1])
            && (value = (10 * (digits[0] - '0')) + digits[1] - '0') <= max;
    }
}
