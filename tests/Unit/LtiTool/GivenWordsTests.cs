using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Tests.Unit.Architecture;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Every field that people write words into has a name under which they get them back.</summary>
public sealed partial class GivenWordsTests
{
    /// <summary>A line each, quickly made again: no words of anybody.</summary>
    private static readonly HashSet<string> NoWords = ["code", "TimeZone", "address", "from", "until", "found.Rules[@r].Verb", "found.Rules[@r].Activity", "nudges.Days"];

    [Fact]
    public void Every_field_for_words_has_its_name()
    {
        var fields =
            from file in SourceTree.Files("src/LtiTool/Features", ".cshtml")
            where !file.Contains("/Admin/", StringComparison.Ordinal)
            from Match field in Field().Matches(SourceTree.Read(file))
            where !Other().IsMatch(field.Value)
            select Name().Match(field.Value).Groups[1].Value;
        var names = fields.Where(name => name.Length > 0 && !NoWords.Contains(name)).ToList();

        Assert.True(names.Count > 12);
        Assert.DoesNotContain(names, name => GivenWords.LabelOf(Place().Replace(name, "[0]")) is null);
    }

    [GeneratedRegex("<(textarea|input)[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex("""type="(hidden|checkbox|radio|number|date|datetime-local|file|search)"|readonly""")]
    private static partial Regex Other();

    [GeneratedRegex(@"\[@[\w.]+\]")]
    private static partial Regex Place();

    [GeneratedRegex("\\sname=\"([^\"]+)\"")]
    private static partial Regex Name();
}
