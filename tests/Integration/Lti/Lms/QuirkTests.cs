using System.Reflection;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Lms;

/// <summary>Each override of the standard's behaviour has a row, and each row an exchange that shows it.</summary>
public sealed partial class QuirkTests
{
    private static readonly string Table = File.ReadAllText(TestFolder.Repository("docs/lms-quirks.md"));

    private static List<(string Override, string Case)> Rows =>
        [.. Row().Matches(Table).Select(row => (row.Groups[1].Value, row.Groups[2].Value))];

    [Fact]
    public void Every_quirk_has_a_recorded_case()
    {
        var overrides = LmsCatalog.Special.SelectMany(Overrides).Order().ToList();

        Assert.NotEmpty(overrides);
        Assert.Equal(overrides, Rows.Select(row => row.Override).Order());
        Assert.All(Rows, row => Assert.True(File.Exists(TestFolder.Repository("tests/Integration/" + row.Case)), row.Case));
    }

    [Fact]
    public void Every_registration_refusal_has_a_paragraph()
    {
        var documentation = File.ReadAllText(TestFolder.Repository("docs/errors.md"));

        Assert.All(
            Enum.GetValues<RegistrationRefusal>(),
            refusal => Assert.Contains($"### {RegistrationEndpoint.CodeOf(refusal)} {refusal}", documentation, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_platform_has_a_setup_page() => Assert.All(
        LmsCatalog.Special,
        lms => Assert.True(File.Exists(TestFolder.Repository($"lti-config/{lms.GetType().Name.ToLowerInvariant()}.md"))));

    private static IEnumerable<string> Overrides(StandardLms lms)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var properties = lms.GetType().GetProperties(declared).Select(property => property.Name);
        var methods = lms.GetType().GetMethods(declared).Where(method => !method.IsSpecialName).Select(method => method.Name);
        return properties.Concat(methods).Select(name => $"{lms.GetType().Name}.{name}");
    }

    [GeneratedRegex(@"^\| `(\w+\.\w+)` \|.*\| `([^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
