using System.Text.RegularExpressions;
using LearningBuddy.Tests.Integration.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Captured;

/// <summary>Every fact of the READMEs has a row in FACTS.md, and every row a test that is there.</summary>
public sealed partial class MoodleFactsTests
{
    private static readonly string Table = File.ReadAllText(Path.Combine(CapturedMoodle.Root, "FACTS.md"));

    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_fact_has_a_row(string version)
    {
        var facts = new CapturedMoodle(version).Text("README.md").Split("\n## Files")[0];

        Assert.NotEmpty(Headings(facts));
        Assert.Equal(
            Headings(facts).Select(heading => $"{heading.Name}: {Fact().Count(heading.Text)}"),
            Headings(Table).Select(heading => $"{heading.Name}: {Rows(heading.Text).Count()}"));
    }

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

    /// <summary>A heading may go on in brackets.</summary>
    private static List<(string Name, string Text)> Headings(string text) =>
        [.. text.Split("\n### ").Skip(1).Select(part => (part.Split('\n')[0].Split(" (")[0].Trim(), part))];

    private static IEnumerable<string> Rows(string text) => text.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| fact", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal));

    [GeneratedRegex(@"^- ", RegexOptions.Multiline)]
    private static partial Regex Fact();

    [GeneratedRegex(@"`(\w+)\.(\w+)`")]
    private static partial Regex Test();
}
