using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Tests.Unit.Architecture;
using NJsonSchema;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class JourneyTemplateTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "lti-config", "journeys");

    [Fact]
    public async Task The_templates_that_come_with_the_tool_hold()
    {
        var templates = await JourneyTemplates.ReadAsync(Folder);

        Assert.Equal("Practise and prove", Assert.Single(templates.For(System.Globalization.CultureInfo.GetCultureInfo("en"))).Definition.Title);
        Assert.Equal("Üben und zeigen", Assert.Single(templates.For(System.Globalization.CultureInfo.GetCultureInfo("de"))).Definition.Title);
    }

    [Theory]
    [InlineData("\"title\": \"Practise and prove\",", "\"titel\": \"Practise and prove\",", "test.json(5,")]
    [InlineData("\"value\": 1,", "\"value\": \"one\",", "test.json(15,")]
    [InlineData("\"passLevel\": 2", "\"passLevel\": 9", "test.json(19,")]
    [InlineData("\"language\": \"en\",", "\"language\": \"en\"", "test.json(5,")]
    public async Task A_slip_of_the_pen_is_named_with_its_line(string right, string wrong, string place)
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "journey.schema.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var json = (await File.ReadAllTextAsync(Path.Combine(Folder, "practise-and-prove.json"), TestContext.Current.CancellationToken)).Replace(right, wrong, StringComparison.Ordinal);

        var fault = Assert.Throws<InvalidDataException>(() => JourneyTemplates.Parse(json, "test.json", schema));

        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
    }
}
