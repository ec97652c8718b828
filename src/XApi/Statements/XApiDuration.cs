using System.Buffers;
using System.Text;

namespace LearningBuddy.XApi.Statements;

/// <summary>Durations by ISO 8601:2004, 4.4.3.2 (4.6 of 1.0.3): <c>P[nY][nM][nD][T[nH][nM][nS]]</c> or <c>PnW</c>.</summary>
public static class XApiDuration
{
    private const string DateUnits = "YMD";
    private const string TimeUnits = "HMS";
    private static readonly SearchValues<char> AmountCharacters = SearchValues.Create("0123456789.,");

    /// <summary>
    /// Writes days, hours, minutes and whole seconds, e.g. <c>PT1H35M</c>; by hand, since the framework's form has seven decimals.
    /// </summary>
    /// <param name="duration">Not negative.</param>
    public static string Format(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var whole = TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds));
        var text = new StringBuilder("P");
        Append(text, whole.Days, 'D');
        if (whole.Days == 0 || whole.Ticks % TimeSpan.TicksPerDay != 0)
        {
            text.Append('T');
            Append(text, whole.Hours, 'H');
            Append(text, whole.Minutes, 'M');
            Append(text, whole.Seconds, 'S');
        }

        return text[^1] == 'T' ? "PT0S" : text.ToString();
    }

    /// <summary>Whether <paramref name="text"/> is a duration; only the smallest part may have decimals.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        return text[^1] == 'W' ? IsAmount(text[..^1], out _) : AreParts(text);
    }

    /// <summary>Digits past 0.01 s do not count when durations are compared (4.6 of 1.0.3); otherwise they are text.</summary>
    public static string ForComparison(string duration)
    {
        var point = duration.AsSpan().IndexOfAny('.', ',');
        var unit = duration.Length - 1;
        if (point < 0 || duration[unit] != 'S')
        {
            return duration;
        }

        var decimals = duration.AsSpan(point + 1, Math.Min(2, unit - point - 1)).TrimEnd('0');
        return decimals.IsEmpty ? $"{duration.AsSpan(0, point)}S" : $"{duration.AsSpan(0, point)}.{decimals}S";
    }

    private static void Append(StringBuilder text, int amount, char unit)
    {
        if (amount > 0)
        {
            text.Append(amount).Append(unit);
        }
    }

    private static bool AreParts(ReadOnlySpan<char> text)
    {
        var units = DateUnits.AsSpan();
        var (inTime, closed) = (false, false);
        while (!text.IsEmpty)
        {
            if (text[0] == 'T' && !inTime && text.Length > 1)
            {
                inTime = true;
                units = TimeUnits;
                text = text[1..];
                continue;
            }

            var end = text.IndexOfAnyExcept(AmountCharacters);
            var unit = end < 0 ? -1 : units.IndexOf(text[end]);
            if (closed || unit < 0 || !IsAmount(text[..end], out closed))
            {
                return false;
            }

            units = units[(unit + 1)..];
            text = text[(end + 1)..];
        }

        return true;
    }

    private static bool IsAmount(ReadOnlySpan<char> text, out bool hasDecimals)
    {
        var point = text.IndexOfAny('.', ',');
        hasDecimals = point >= 0;
        return hasDecimals
            ? AreDigits(text[..point]) && AreDigits(text[(point + 1)..])
            : AreDigits(text);
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
