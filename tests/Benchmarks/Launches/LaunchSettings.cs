namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>What is measured.</summary>
/// <param name="Tool">Path of the published <c>LearningBuddy.LtiTool.dll</c>.</param>
/// <param name="ToolCore">Core of the tool; the load belongs on another one.</param>
/// <param name="Database">PostgreSQL connection string, or null for SQLite.</param>
/// <param name="Launches">Launches at each number of connections.</param>
/// <param name="Connections">Numbers of connections, one after the other.</param>
/// <param name="Verbose">Whether the tool's own output is shown.</param>
internal sealed record LaunchSettings(
    string Tool, string ToolCore, string? Database, int Launches, IReadOnlyList<int> Connections, bool Verbose)
{
    /// <summary>Reads <c>--tool</c>, <c>--tool-core</c>, <c>--database</c>, <c>--launches</c>, <c>--connections</c>, <c>--verbose</c>.</summary>
    public static LaunchSettings Parse(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        return new(
            Value("--tool") ?? throw new ArgumentException("--tool <path to LearningBuddy.LtiTool.dll> is needed.", nameof(args)),
            Value("--tool-core") ?? "1",
            Value("--database"),
            int.Parse(Value("--launches") ?? "4000", System.Globalization.CultureInfo.InvariantCulture),
            [.. (Value("--connections") ?? "1,8,32").Split(',').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))],
            args.Contains("--verbose"));
    }
}
