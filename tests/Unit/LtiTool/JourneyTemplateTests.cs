using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Tests.Unit.Architecture;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class JourneyTemplateTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "lti-config", "journeys");

    [Fact]
    public async Task The_templates_that_come_with_the_tool_hold()
    {
        var templates = await JourneyTemplates.ReadAsync(Folder);

        Assert.Equal("Practise and prove", Assert.Single(templates.For(System.Globalization.CultureInfo.GetCultureInfo("en"))).Design.Title);
        Assert.Equal("Üben und zeigen", Assert.Single(templates.For(System.Globalization.CultureInfo.GetCultureInfo("de"))).Design.Title);
    }

    /// <summary>The start trusts these files as long as they are the ones that were built in, so they are checked here.</summary>
    [Fact]
    public async Task The_templates_that_come_with_the_tool_keep_to_the_schema()
    {
        var schema = await JourneyTemplates.SchemaAsync(Folder);
        var files = Directory.GetFiles(Folder, "practise-and-prove*.json");

        Assert.Equal(2, files.Length);
        Assert.All(files, file =>
        {
            JourneyTemplates.Parse(File.ReadAllText(file), Path.GetFileName(file), schema);
            Assert.True(ShippedTemplates.Holds(Path.GetFileName(file), File.ReadAllBytes(file)));
        });
    }

    [Fact]
    public async Task A_template_that_was_edited_is_checked_at_the_start()
    {
        var edited = Directory.CreateTempSubdirectory().FullName;
        foreach (var file in Directory.GetFiles(Folder))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(edited, Path.GetFileName(file)), text.Replace("\"value\": 1,", "\"value\": \"one\",", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => JourneyTemplates.ReadAsync(edited));

        Directory.Delete(edited, recursive: true);
        Assert.Contains("practise-and-prove", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\": \"Practise and prove\",", "\"titel\": \"Practise and prove\",", "test.json(5,")]
    [InlineData("\"value\": 1,", "\"value\": \"one\",", "test.json(15,")]
    [InlineData("\"passLevel\": 2", "\"passLevel\": 9", "test.json(19,")]
    [InlineData("\"language\": \"en\",", "\"language\": \"en\"", "test.json(5,")]
    public async Task A_slip_of_the_pen_is_named_with_its_line(string right, string wrong, string place)
    {
        var schema = await JourneyTemplates.SchemaAsync(Folder);
        var json = (await File.ReadAllTextAsync(Path.Combine(Folder, "practise-and-prove.json"), TestContext.Current.CancellationToken)).Replace(right, wrong, StringComparison.Ordinal);

        var fault = Assert.Throws<InvalidDataException>(() => JourneyTemplates.Parse(json, "test.json", schema));

        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
    }
}
