using System.Runtime.CompilerServices;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>Files that lie beside the tests.</summary>
internal static class TestFolder
{
    /// <summary>A folder under <c>tests/Integration/Lti</c>.</summary>
    public static string Of(string name) => Path.Combine(Path.GetDirectoryName(Here())!, "..", name);

    /// <summary>A file of the repository, by its path from the root.</summary>
    public static string Repository(string path) => Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "..", path);

    private static string Here([CallerFilePath] string path = "") => path;
}
