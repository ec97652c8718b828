namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>What of a launch's commands counts.</summary>
internal static class LaunchCommands
{
    /// <summary>What a node asks or notes only now and then, however many launches come: its memory of registrations and keys runs out within a minute.</summary>
    private static readonly string[] NowAndThen = ["FROM platform AS", "FROM tool_key AS", "\"platform\" AS", "\"tool_key\" AS", "SET \"LastLaunchAt\""];

    /// <summary>The commands that every launch leads to.</summary>
    public static IEnumerable<string> EachTime(IEnumerable<string> commands) =>
        commands.Where(text => !NowAndThen.Any(part => text.Contains(part, StringComparison.Ordinal)));

    /// <summary>Those of them that write.</summary>
    public static IEnumerable<string> Writes(IEnumerable<string> commands) => EachTime(commands).Where(IsWrite);

    private static bool IsWrite(string text) =>
        text.StartsWith("INSERT", StringComparison.Ordinal) || text.StartsWith("UPDATE", StringComparison.Ordinal) || text.StartsWith("DELETE", StringComparison.Ordinal);
}
