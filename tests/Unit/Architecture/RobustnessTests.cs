using System.Text.RegularExpressions;
using Xunit;

namespace LearningBuddy.Tests.Unit.Architecture;

/// <summary>
/// <c>docs/robustness.md</c> says of every fault that was found where it was mended and which test holds it. Here it is held that each has
/// its row, and that each test that a row names is there.
/// </summary>
public sealed partial class RobustnessTests
{
    /// <summary>Found on platforms, in browsers and by attack.</summary>
    private static readonly string[] Faults =
    [
        .. Ids("G", 12), .. Ids("P", 15), .. Ids("F", 17), .. Ids("L", 10), .. Ids("E", 8),
    ];

    /// <summary>Reported about other tools.</summary>
    private static readonly string[] Reports =
    [
        "L02", "L04", "L06", "L08", "L09", "L10", "L12", "L15", "L17", "L19", "L21", "K03", "K05", "D02", "D03", "D04", "D06", "D07", "R02",
        "G02", "G03", "G05", "G07", "G08", "G12", "G13", "X03", "X05", "X06", "X09", "X11", "X15", "S03", "S04", "S07", "P02", "P04", "P05",
        "P06", "P07", "F01", "F03", "F04",
    ];

    private static readonly IReadOnlyList<(string Ids, string Test)> Rows =
    [
        .. from line in SourceTree.Read("docs/robustness.md").Split('\n')
           where line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| row", StringComparison.Ordinal)
               && !line.StartsWith("| --", StringComparison.Ordinal)
           let cells = line.Trim().Trim('|').Split(" | ")
           select (cells[0].Trim(), cells[^1].Trim()),
    ];

    private static readonly IReadOnlyList<string> Sources =
        [.. SourceTree.Files("tests", ".cs").Select(SourceTree.Read)];

    private static readonly IReadOnlyList<string> Certified =
        [.. SourceTree.Files("tests/Integration/Lti/Certification", ".json").Select(file => Path.GetFileNameWithoutExtension(file))];

    [Fact]
    public void Every_fault_and_every_report_has_its_row()
    {
        var named = Rows.SelectMany(row => Id().Matches(row.Ids)).Select(id => id.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Faults.Concat(Reports.Select(id => "report " + id)).Where(id => !named.Contains(id)));
    }

    [Fact]
    public void Every_row_names_a_test_and_every_test_that_is_named_is_there()
    {
        var without = Rows.Where(row => !Test().IsMatch(row.Test) && !Certification().IsMatch(row.Test)).Select(row => row.Ids);
        var missing = Rows.SelectMany(row => Test().Matches(row.Test)).Where(test => !IsThere(test.Groups[1].Value, test.Groups[2].Value));
        var cases = Rows.SelectMany(row => Certification().Matches(row.Test)).SelectMany(said => said.Groups[1].Value.Split(", "));

        Assert.Equal([], without);
        Assert.Equal([], missing.Select(test => test.Value).Distinct());
        Assert.Equal([], cases.Where(one => !Certified.Any(name => name.StartsWith(one.TrimEnd('*'), StringComparison.Ordinal))));
    }

    private static bool IsThere(string name, string method) => Sources.Any(source =>
        Regex.IsMatch(source, $@"\bclass {name}\b") && (method.Length == 0 || Regex.IsMatch(source, $@"\b(Task|void) {method}")));

    private static IEnumerable<string> Ids(string letter, int last) => Enumerable.Range(1, last).Select(number => $"{letter}{number}");

    [GeneratedRegex(@"(report )?\b[A-Z]\d+\b")]
    private static partial Regex Id();

    /// <summary>A class, and a test of it, by its whole name or its beginning.</summary>
    [GeneratedRegex(@"([A-Z]\w*Tests)\b(?:\.([A-Z]\w*))?")]
    private static partial Regex Test();

    /// <summary>Cases of the certification run, by their whole names or their beginnings.</summary>
    [GeneratedRegex(@"certification: ((?:[a-z]\w*\*?)(?:, [a-z]\w*\*?)*)")]
    private static partial Regex Certification();
}
