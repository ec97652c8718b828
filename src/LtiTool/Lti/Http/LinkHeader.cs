namespace LearningBuddy.LtiTool.Lti;

/// <summary>The <c>Link</c> header (RFC 8288), as far as paging needs it.</summary>
internal static class LinkHeader
{
    /// <summary>The target whose relation is <c>next</c>, or null.</summary>
    /// <param name="header">All values, joined by commas.</param>
    /// <param name="page">The page that the header came with, for relative targets.</param>
    public static Uri? Next(string? header, Uri page)
    {
        var rest = header.AsSpan();
        while (Cut(ref rest, '<', '>') is { } target)
        {
            var end = rest.IndexOf('<');
            var parameters = end < 0 ? rest : rest[..end];
            if (HasRelation(parameters, "next") && Uri.TryCreate(page, target, out var next))
            {
                return next;
            }
        }

        return null;
    }

    private static string? Cut(ref ReadOnlySpan<char> rest, char from, char to)
    {
        var start = rest.IndexOf(from);
        var length = start < 0 ? -1 : rest[(start + 1)..].IndexOf(to);
        if (length < 0)
        {
            return null;
        }

        var inside = rest.Slice(start + 1, length).ToString();
        rest = rest[(start + length + 2)..];
        return inside;
    }

    /// <summary>A relation may be quoted or not, and one parameter may hold several, separated by blanks.</summary>
    private static bool HasRelation(ReadOnlySpan<char> parameters, string relation)
    {
        foreach (var part in parameters.ToString().Split([';', ','], StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, var value]
                && name.Equals("rel", StringComparison.OrdinalIgnoreCase)
                && value.Trim('"').Split(' ').Contains(relation, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
