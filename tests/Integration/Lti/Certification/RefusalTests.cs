using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Texts;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Certification;

/// <summary>The number, the check, the paragraph and the case belong together.</summary>
public sealed partial class RefusalTests
{
    private static readonly string Documentation = File.ReadAllText(TestFolder.Repository("docs/errors.md"));

    public static TheoryData<LaunchRefusal> Refusals => [.. Enum.GetValues<LaunchRefusal>()];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_a_paragraph_and_a_case(LaunchRefusal refusal)
    {
        var code = RefusalRule.CodeOf(refusal);

        Assert.Contains($"### {code} {refusal} ({RefusalRule.Of(refusal).Status})", Documentation, StringComparison.Ordinal);
        Assert.Contains(
            CertificationCase.Sentences("invalid"),
            sentence => CertificationCase.Read("invalid", sentence).Expected["code"]!.GetValue<string>() == code);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_has_words_in_every_language(LaunchRefusal refusal)
    {
        var id = LtiTexts.IdOf(RefusalRule.Of(refusal).Advice);

        Assert.All(TextCatalog.Languages, language =>
            Assert.All(new[] { id, id + "-happened", id + "-to-do" }, text => Assert.NotNull(TextCatalog.Of(language).Find(text))));
    }

    [Fact]
    public void No_paragraph_is_about_a_number_that_does_not_exist()
    {
        var known = Enum.GetValues<LaunchRefusal>().Select(RefusalRule.CodeOf).ToHashSet();

        Assert.All(Heading().Matches(Documentation), match => Assert.Contains(match.Groups[1].Value, known));
    }

    [Fact]
    public void Every_check_stands_in_the_list_once()
    {
        var declared = new[] { typeof(LoginChecks), typeof(TokenChecks), typeof(TrustChecks), typeof(TimeChecks), typeof(MessageChecks) }
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsStatic && (method.ReturnType == typeof(LaunchProblem) || method.ReturnType == typeof(ValueTask<LaunchProblem?>)))
            .Select(method => method.Name)
            .Order();

        Assert.Equal(declared, LaunchChecks.All.Order());
    }

    [GeneratedRegex("^### (LTI-0\\d\\d) ", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
