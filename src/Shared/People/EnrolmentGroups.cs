namespace LearningBuddy.Shared.People;

/// <summary>The groups of an enrolment as they are kept: one text, each between blanks, so that a database can look for one.</summary>
public static class EnrolmentGroups
{
    private const int Most = 50;
    private const int Longest = 64;

    /// <summary>Writes them: the first 50 that hold no blank; empty for somebody who is in none.</summary>
    public static string Write(IEnumerable<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var kept = groups.Where(group => group.Length is > 0 and <= Longest && !group.Any(char.IsWhiteSpace))
            .Distinct().Order(StringComparer.Ordinal);
        var joined = string.Join(' ', kept.Take(Most));
        return joined.Length == 0 ? "" : $" {joined} ";
    }

    /// <summary>Reads them; null where nothing is known.</summary>
    public static IReadOnlyList<string>? Read(string? groups) => groups?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
