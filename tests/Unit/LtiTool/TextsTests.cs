using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Features;
using LearningBuddy.LtiTool.Features.Evidence;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Unit.Architecture;
using LearningBuddy.XApi.Client;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Whatever people read is there in German too.</summary>
public sealed partial class TextsTests
{
    private static readonly ResourceManager German = new(typeof(Texts));

    [Fact]
    public void Every_text_of_a_page_has_a_German_one()
    {
        var missing = TextsOfPages().Where(text => German.GetResourceSet(CultureInfo.GetCultureInfo("de"), true, false)!.GetString(text) is null);
        Assert.Empty(missing);
    }

    [Fact]
    public void A_translation_fills_in_the_same_places()
    {
        var set = German.GetResourceSet(CultureInfo.GetCultureInfo("de"), true, false)!;
        var odd = TextsOfPages().Where(text => set.GetString(text) is { } german && !Places(text).SetEquals(Places(german)));
        Assert.Empty(odd);
    }

    private static IEnumerable<string> TextsOfPages()
    {
        var inPages =
            from file in SourceTree.Files("src/LtiTool/Features", ".cshtml", ".cs")
            from Match use in TextUse().Matches(SourceTree.Read(file))
            select Regex.Unescape(use.Groups[1].Value);
        var ofDesigns =
            from file in SourceTree.Files("src/Shared", "Rules.cs", "Section.cs")
            from Match fault in FaultCode().Matches(SourceTree.Read(file))
            select "fault " + fault.Groups[1].Value;
        var ofTheRoad =
            from file in SourceTree.Files("src/Shared", ".cs")
            from Match phase in PhaseName().Matches(SourceTree.Read(file))
            select "phase " + phase.Groups[1].Value;
        return inPages.Concat(ofDesigns).Concat(ofTheRoad).Concat(FlashMessage.All).Concat(Enum.GetValues<FileFault>().Select(RefusedFile.Say))
            .Concat(TestAdvice.All).Concat(ManualRegistration.Messages).Distinct();
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(place => place.Value)];

    [GeneratedRegex("""\b(?:T|texts)\["((?:[^"\\]|\\.)*)"[\],]""")]
    private static partial Regex TextUse();

    [GeneratedRegex("""new\("[\w.]+", "([a-z-]+)"[,)]""")]
    private static partial Regex FaultCode();

    [GeneratedRegex("""new Phase\(\s*"(\w+)",""")]
    private static partial Regex PhaseName();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
