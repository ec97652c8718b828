namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>Where the sources are: tests run from a folder below.</summary>
internal static class SolutionFolder
{
    /// <summary>A path inside it.</summary>
    public static string At(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LearningBuddy.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution's folder was not found.");
        }

        return Path.Combine([folder.FullName, .. parts]);
    }
}
