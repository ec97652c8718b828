using System.Text.Json;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Unit.Architecture;
using LearningBuddy.Tests.Unit.Shared;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>A set-up as a file: what is taken away can be taken in again.</summary>
public sealed class TemplateFileTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "lti-config", "journeys");

    [Theory]
    [InlineData("")]
    [InlineData("exercises=12 days=1,3,45 hold=20 from=Certification")]
    [InlineData("retired=two exercises=6")]
    [InlineData("-nudges -questions")]
    public async Task What_was_taken_away_is_taken_in(string changes)
    {
        var design = A.Design(changes);

        var written = TemplateFile.Write(design);
        var read = JourneyTemplates.Parse(written, "file.json", await JourneyTemplates.SchemaAsync(Folder)).Design;

        Assert.Equal(design.ActiveBehaviours.Select(one => one.Id), read.Behaviours.Select(one => one.Id));
        Assert.Equal(
            design.Find<NudgesSection>()?.Exercises.Where(one => design.FindBehaviour(one.BehaviourId) is { Retired: false }).Select(one => one.Text),
            read.Find<NudgesSection>()?.Exercises.Select(one => one.Text));
        Assert.Equal(written, TemplateFile.Write(read));
    }

    [Fact]
    public void Characters_that_nothing_keeps_are_left_out_of_words()
    {
        var clean = DesignJson.Read(TemplateFile.Clean(DesignJson.Write(A.Design()).Replace("Do one.", "Do\\u0000 one.\\u0007", StringComparison.Ordinal)));

        Assert.Equal("Do one.", clean.Find<NudgesSection>()!.Exercises[0].Text);
    }

    [Fact]
    public void A_rule_for_found_evidence_of_a_retired_behaviour_stays_behind_too()
    {
        var design = A.Design("retired=two");
        var found = new FoundSection([new("https://verb.example", "https://activity.example", "two"), new("https://verb.example", "https://activity.example", "one")]);

        var read = DesignJson.Read(TemplateFile.Write(design with { Sections = design.Sections.With(found) }));

        Assert.Empty(DesignRules.Check(read));
        Assert.Equal("one", Assert.Single(read.Find<FoundSection>()!.Rules).BehaviourId);
    }

    [Fact]
    public void What_is_no_json_is_refused() => Assert.ThrowsAny<JsonException>(() => TemplateFile.Clean("{ \"title\": \"One\", }"));
}
