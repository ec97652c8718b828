using System.Text.Json;

namespace LearningBuddy.XApi.Profile;

/// <summary>
/// The part of JSONPath that statement templates may use (Profiles 1.0, "Statement Template Rules"): child names, <c>['name']</c>,
/// <c>[n]</c>, <c>[*]</c>, and <c>|</c> between paths.
/// </summary>
internal static class JsonPaths
{
    /// <summary>All values at a location, in order.</summary>
    /// <exception cref="FormatException">The location is not of this form.</exception>
    public static IReadOnlyList<JsonElement> Select(JsonElement root, string location) =>
        [.. Alternatives(location).SelectMany(path => Follow(root, path.Trim()))];

    private static IEnumerable<string> Alternatives(string location)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < location.Length; i++)
        {
            quoted ^= location[i] == '\'';
            if (location[i] == '|' && !quoted)
            {
                yield return location[start..i];
                start = i + 1;
            }
        }

        yield return location[start..];
    }

    private static List<JsonElement> Follow(JsonElement root, string path)
    {
        if (!path.StartsWith('$'))
        {
            throw new FormatException($"“{path}” does not begin with $.");
        }

        var current = new List<JsonElement> { root };
        for (var at = 1; at < path.Length;)
        {
            var (step, length) = NextStep(path, at);
            current = [.. current.SelectMany(value => Take(value, step))];
            at += length;
        }

        return current;
    }

    private static (string Step, int Length) NextStep(string path, int at)
    {
        if (path[at] == '.')
        {
            var end = path.AsSpan(at + 1).IndexOfAny('.', '[');
            var name = end < 0 ? path[(at + 1)..] : path.Substring(at + 1, end);
            return (name, name.Length + 1);
        }

        var quoted = path.AsSpan(at).StartsWith("['");
        var close = path.IndexOf(quoted ? "']" : "]", at, StringComparison.Ordinal);
        if (path[at] != '[' || close < 0)
        {
            throw new FormatException($"“{path}” can't be read at {at}.");
        }

        return quoted
            ? (path[(at + 2)..close], close + 2 - at)
            : ("\u0000" + path[(at + 1)..close], close + 1 - at);
    }

    /// <summary>An index and the star are marked with a character that no name begins with.</summary>
    private static IEnumerable<JsonElement> Take(JsonElement value, string step)
    {
        if (step.StartsWith('\u0000'))
        {
            return value.ValueKind != JsonValueKind.Array
                ? []
                : step[1..] == "*"
                    ? value.EnumerateArray()
                    : value.EnumerateArray().Skip(int.Parse(step[1..], System.Globalization.CultureInfo.InvariantCulture)).Take(1);
        }

        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out var child) ? [child] : [];
    }
}
