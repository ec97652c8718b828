using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>Every refusal of the record store has a row in the docs.</summary>
public sealed class LrsNumbersTests
{
    [Fact]
    public void Every_number_is_explained()
    {
        var used = Directory.EnumerateFiles(PathTo("src", "XApi"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), "\"LRS-(\\d{3})\"", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .ToHashSet();

        Assert.True(used.Count > 60, "The numbers were not found.");
        Assert.All(used, number => Assert.Contains(number, Explained()));
    }

    /// <summary>Rows read <c>LRS-001</c>, <c>LRS-007, 008</c> or <c>LRS-002 … 006</c>.</summary>
    private static HashSet<int> Explained()
    {
        var rows = Regex.Matches(
            File.ReadAllText(PathTo("docs", "lrs.md")), @"^\| LRS-(\d{3})(?:(, | … )(\d{3}))? \|", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        var numbers = new HashSet<int>();
        foreach (Match row in rows)
        {
            var first = int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture);
            var last = row.Groups[3].Success ? int.Parse(row.Groups[3].Value, CultureInfo.InvariantCulture) : first;
            numbers.UnionWith(row.Groups[2].Value == " … " ? Enumerable.Range(first, last - first + 1) : [first, last]);
        }

        return numbers;
    }

    private static string PathTo(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
