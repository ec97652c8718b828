using System.Text.RegularExpressions;
using LearningBuddy.Tests.Integration.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Captured;

/// <summary>Every fact about the recordings has a row in FACTS.md, and every row a test that is there.</summary>
public sealed partial class MoodleFactsTests
{
    private static readonly string Table = File.ReadAllText(Path.Combine(CapturedMoodle.Root, "FACTS.md"));

    [Fact]
    public void Every_row_names_a_test() => Assert.All(Rows(Table), row => Assert.True(Test().IsMatch(row), row));

    [Fact]
    public void Every_named_test_exists()
    {
        var sources = Directory.EnumerateFiles(TestFolder.Repository("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var named = Test().Matches(Table).Select(test => (Class: test.Groups[1].Value, Method: test.Groups[2].Value)).Distinct().ToList();

        Assert.All(named, test => Assert.Contains(sources, source =>
            Regex.IsMatch(source, $@"\bclass {test.Class}\b") && source.Contains($" {test.Method}(", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Rows(string text) => text.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| fact", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal));

    [GeneratedRegex(@"`(\w+)\.(\w+)`")]
    private static partial Regex Test();
}
