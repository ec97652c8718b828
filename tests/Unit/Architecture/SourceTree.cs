namespace LearningBuddy.Tests.Unit.Architecture;

/// <summary>The project's own source files, read as text.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>Source files below a folder, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>A file's lines without comments: words in a comment depend on nothing.</summary>
    public static IEnumerable<string> CodeLines(string file) =>
        Read(file).Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LearningBuddy.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution's folder was not found.");
        }

        return folder.FullName;
    }
}
