namespace LearningBuddy.LtiTool.Doors;

/// <summary>Two ways of writing the id of one link: platforms have changed between plain and percent-encoded ids.</summary>
internal static class LinkSpelling
{
    /// <summary>Stands between ids in a list: no id that a platform can put into an address holds it.</summary>
    public const string Separator = "\n";

    /// <summary>Whether two different ids are the same but for percent-encoding (RFC 3986, 2.1).</summary>
    public static bool IsSame(string one, string other) =>
        one != other && string.Equals(Uri.UnescapeDataString(one), Uri.UnescapeDataString(other), StringComparison.Ordinal);
}
