using System.Text.RegularExpressions;
using Xunit;

namespace LearningBuddy.Tests.Unit.Architecture;

/// <summary>The rules of the house (docs/architecture.md), held by reading the sources.</summary>
public sealed partial class ArchitectureTests
{
    private const int LongestFile = 300;
    private const int LongestLine = 140;

    [Fact]
    public void The_domain_references_no_package_and_no_project() =>
        Assert.DoesNotContain("Reference Include", SourceTree.Read("src/Shared/LearningBuddy.Shared.csproj"), StringComparison.Ordinal);

    [Fact]
    public void The_domain_asks_no_clock_and_makes_no_ids_and_rolls_no_dice() =>
        AssertNone("src/Shared", line => ClockOrChance().IsMatch(line));

    [Fact]
    public void Only_the_mapping_from_events_to_statements_knows_the_domain() =>
        AssertNone("src/XApi", line => line.Contains("LearningBuddy.Shared", StringComparison.Ordinal), except: file => file.StartsWith("src/XApi/Profile/", StringComparison.Ordinal));

    [Fact]
    public void The_protocol_knows_no_feature_no_database_and_no_journey() =>
        AssertNone("src/LtiTool/Lti", line => NotForTheProtocol().IsMatch(line));

    [Fact]
    public void The_data_room_knows_no_feature() =>
        AssertNone("src/LtiTool/Data", line => line.Contains("LearningBuddy.LtiTool.Features", StringComparison.Ordinal));

    [Fact]
    public void The_room_of_texts_knows_no_other_room() =>
        AssertNone("src/LtiTool/Texts", line => line.Contains("using LearningBuddy", StringComparison.Ordinal));

    [Fact]
    public void Nothing_knows_what_puts_the_rooms_together() =>
        AssertNone("src/LtiTool", line => line.Contains("using LearningBuddy.LtiTool.Startup", StringComparison.Ordinal), except: file => file == "src/LtiTool/Program.cs");

    [Fact]
    public void A_feature_uses_no_other_feature()
    {
        var found =
            from file in SourceTree.Files("src/LtiTool/Features", ".cs", ".cshtml")
            let own = file.Split('/')[3]
            where own.EndsWith("Services.cs", StringComparison.Ordinal) is false
            from line in SourceTree.CodeLines(file)
            from Match use in OtherFeature().Matches(line)
            where use.Groups[1].Value != own && use.Groups[1].Value is not "Shared"
            select $"{file}: {line.Trim()}";
        Assert.Empty(found);
    }

    [Fact]
    public void The_demo_LMS_depends_on_nothing_of_ours() =>
        Assert.DoesNotContain("ProjectReference", SourceTree.Read("src/DemoLms/LearningBuddy.DemoLms.csproj"), StringComparison.Ordinal);

    [Fact]
    public void The_sample_data_depend_on_the_statements_and_never_on_the_tool()
    {
        var references = ProjectReference().Matches(SourceTree.Read("src/SampleData/LearningBuddy.SampleData.csproj")).Select(reference => reference.Groups[1].Value);
        Assert.Equal(["../XApi/LearningBuddy.XApi.csproj"], references);
        AssertNone("src/SampleData", line => line.Contains("LtiTool", StringComparison.Ordinal) || line.Contains("LearningBuddy.XApi.Lrs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_data_are_the_same_every_time() =>
        AssertNone("src/SampleData", line => ClockOrChance().IsMatch(line) || UncertainDigits().IsMatch(line), except: file =>
            file.EndsWith("/SampleProgram.cs", StringComparison.Ordinal) || file.EndsWith("/LrsUpload.cs", StringComparison.Ordinal));

    [Fact]
    public void An_LMS_is_named_only_in_its_own_file() =>
        AssertNone("src/LtiTool", line => NameOfAnLms().IsMatch(line), except: file => file.StartsWith("src/LtiTool/Lti/Lms/", StringComparison.Ordinal));

    [Fact]
    public void Time_is_injected() =>
        AssertNone("src", line => SystemClock().IsMatch(line));

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold()
    {
        var long300 = SourceTree.Files("src", ".cs", ".cshtml", ".razor").Where(file => !IsGenerated(file) && SourceTree.Read(file).Count(letter => letter == '\n') > LongestFile);
        Assert.Empty(long300);
    }

    [Fact]
    public void No_line_is_longer_than_a_reader_can_see()
    {
        var tooLong =
            from file in SourceTree.Files("src", ".cs", ".cshtml")
            where !IsGenerated(file)
            from line in SourceTree.Read(file).Split('\n')
            where line.TrimEnd('\r').Length > LongestLine
            select $"{file}: {line.Trim()}";
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Pages_hold_no_style_and_no_script_of_their_own()
    {
        var pages = SourceTree.Files("src/LtiTool/Features", ".cshtml").Where(file => InlineCode().IsMatch(SourceTree.Read(file)));
        Assert.Empty(pages);
    }

    [Fact]
    public void The_sheet_uses_logical_properties_only()
    {
        var physical = SourceTree.Read("src/LtiTool/wwwroot/site.css").Split('\n').Where(line => PhysicalProperty().IsMatch(line));
        Assert.Empty(physical);
    }

    /// <summary>Migrations and compiled models are written by the framework's commands, and read by nobody.</summary>
    private static bool IsGenerated(string file) =>
        file.StartsWith("src/LtiTool/Data/Migrations/", StringComparison.Ordinal) || file.StartsWith("src/LtiTool/Data/Compiled/", StringComparison.Ordinal);

    private static void AssertNone(string folder, Func<string, bool> breaks, Func<string, bool>? except = null)
    {
        var found =
            from file in SourceTree.Files(folder, ".cs")
            where except?.Invoke(file) != true
            from line in SourceTree.CodeLines(file)
            where breaks(line)
            select $"{file}: {line.Trim()}";
        Assert.Empty(found);
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Guid\.(NewGuid|CreateVersion7)|Random\.|TimeProvider")]
    private static partial Regex ClockOrChance();

    [GeneratedRegex(@"new Random|Math\.(Log|Exp|Pow|Sin|Cos|Sqrt)|GetHashCode")]
    private static partial Regex UncertainDigits();

    [GeneratedRegex(@"<ProjectReference Include=""([^""]+)""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"LearningBuddy\.Shared|LearningBuddy\.XApi|LtiTool\.(Features|Data|Delivery|Doors|Spine)|EntityFrameworkCore")]
    private static partial Regex NotForTheProtocol();

    [GeneratedRegex(@"LtiTool\.Features\.(\w+)")]
    private static partial Regex OtherFeature();

    [GeneratedRegex("moodle|canvas", RegexOptions.IgnoreCase)]
    private static partial Regex NameOfAnLms();

    [GeneratedRegex(@"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"(margin|padding|border)-(left|right|top|bottom)|text-align:\s*(left|right)|[^-](left|right):\s")]
    private static partial Regex PhysicalProperty();
}
