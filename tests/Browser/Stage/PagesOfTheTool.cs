using System.Text.RegularExpressions;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Every page that the tool has, as its files say: so that a new one can't be forgotten.</summary>
internal static partial class PagesOfTheTool
{
    /// <summary>Pages without a face: they take a form and lead on, or answer with a file.</summary>
    private static readonly string[] Faceless =
    [
        "buddies/answer", "buddies/elsewhere", "buddies/invite", "buddies/join", "buddies/plan", "buddies/without", "evidence/file", "evidence/new", "found/answer", "part", "start", "setup/return", "today/name",
    ];

    /// <summary>Names of the pages of a session in a course that show something, as addresses have them: <c>evidence/show</c>.</summary>
    public static IReadOnlyList<string> OfSessions => [.. Names().Where(name => !IsOutside(name)).Except(Faceless)];

    /// <summary>Pages of a journey with a path and sprints, through which <see cref="SprintPageTests"/> go.</summary>
    public static IReadOnlyList<string> OfSprints { get; } =
        ["path", "path/ask", "path/view", "sprints", "sprints/choose", "sprints/show", "sprints/board", "sprints/change"];

    /// <summary>Pages of group sessions, through which <see cref="GroupSessionPageTests"/> go.</summary>
    public static IReadOnlyList<string> OfGroupSessions { get; } = ["sessions", "sessions/lead"];

    /// <summary>Pages at which a learner without a buddy is, whom <see cref="BuddyStoryTests"/> follow.</summary>
    public static IReadOnlyList<string> OfAsking { get; } = ["buddies/ask"];

    /// <summary>Names of the administrator's pages: <c>admin/keys</c>.</summary>
    public static IReadOnlyList<string> OfAdministrators => [.. Names().Where(name => name.StartsWith("admin", StringComparison.Ordinal))];

    /// <summary>Names of the pages that links in mails lead to: their addresses begin with a token.</summary>
    public static IReadOnlyList<string> OfMails { get; } = ["messages/choose", "messages/prove", "guests/ask", "nudges/answer"];

    /// <summary>Names of the pages for people outside the courses that need no token, and of their session.</summary>
    public static IReadOnlyList<string> OfGuests { get; } = ["g", "g/bye", "guest"];

    /// <summary>Names of the pages on somebody's own device that are in no journey.</summary>
    public static IReadOnlyList<string> OfDevices { get; } = ["devices/open", "me", "me/offline"];

    private static bool IsOutside(string name) =>
        name.Split('/')[0] == "admin" || OfMails.Contains(name) || OfGuests.Contains(name) || OfDevices.Contains(name);

    private static IEnumerable<string> Names()
    {
        var features = Path.Combine(ToolStage.ProjectFolder(), "Features");
        return
            from file in Directory.EnumerateFiles(features, "*.cshtml", SearchOption.AllDirectories)
            let page = Page().Match(File.ReadLines(file).FirstOrDefault() ?? "")
            where page.Success
            select page.Groups[1].Success ? page.Groups[1].Value : NameOf(Path.GetRelativePath(features, file));
    }

    private static string NameOf(string file)
    {
        var name = Path.ChangeExtension(file, null).Replace('\\', '/').ToLowerInvariant();
        return name.EndsWith("/index", StringComparison.Ordinal) ? name[..^"/index".Length] : name;
    }

    /// <summary>A page says its own address, or has that of its file.</summary>
    [GeneratedRegex("""^\uFEFF?@page(?: "/([a-z/]+)")?""")]
    private static partial Regex Page();
}
