using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
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

        Assert.Equal("Practise and prove", Assert.Single(templates.For(CultureInfo.GetCultureInfo("en"))).Design.Title);
        Assert.Equal("Üben und zeigen", Assert.Single(templates.For(CultureInfo.GetCultureInfo("de"))).Design.Title);
    }

    /// <summary>What a template says arrives in the design: nothing is passed over because it stands where nobody reads it.</summary>
    [Theory]
    [InlineData("practise-and-prove.json")]
    [InlineData("practise-and-prove.de.json")]
    [InlineData("practise-and-prove.fr.json")]
    [InlineData("practise-and-prove.es.json")]
    [InlineData("practise-and-prove.ar.json")]
    public async Task A_template_is_the_design_it_becomes(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        var template = JsonNode.Parse(text)!.AsObject();

        var design = JsonNode.Parse(DesignJson.Write(DesignJson.Read(text)))!.AsObject();

        template.Remove("$schema");
        Assert.All(Leaves(template), leaf => Assert.Contains(leaf, Leaves(design)));
        Assert.Equal(
            ["buddies", "evidence", "found", "reviews", "certification", "questions", "nudges", "grades"],
            design["sections"]!.AsObject().Select(section => section.Key));
    }

    /// <summary>Enough that nobody gets the same twice in three weeks: of each kind, and in several wordings.</summary>
    [Fact]
    public void Each_template_brings_twelve_exercises_of_every_kind_in_several_wordings()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Where(file => !file.EndsWith("schema.json", StringComparison.Ordinal)))
        {
            var section = DesignJson.Read(File.ReadAllText(file)).Find<NudgesSection>()!;

            Assert.True(section.Exercises.Count >= 12, file);
            Assert.Equal(Enum.GetValues<ExerciseKind>(), section.Exercises.Select(exercise => exercise.Kind).Distinct().Order());
            Assert.All(section.Exercises, exercise => Assert.True(exercise.Wordings.Count() >= 3, exercise.Id));
            Assert.All(section.Exercises, exercise => Assert.Equal(exercise.Kind == ExerciseKind.Recall, exercise.Answer.Length > 0));
        }
    }

    /// <summary>An editor that knows the schema offers every section and every field there is, and none that is passed over.</summary>
    [Fact]
    public void The_schema_knows_every_section_and_field_of_a_design()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "journey.schema.json")))!;

        var expected = Fields(typeof(JourneyDesign), "")
            .Concat(Themes.All.Where(theme => theme.Section is not null).SelectMany(theme =>
                Fields(theme.Section!, $"sections.{theme.Name}.").Prepend($"sections.{theme.Name}")));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Places(schema, "").Where(place => place != "$schema").Order(StringComparer.Ordinal));
    }

    /// <summary>The start trusts these files as long as they are the ones that were built in, so they are checked here.</summary>
    [Fact]
    public async Task The_templates_that_come_with_the_tool_keep_to_the_schema()
    {
        var schema = await JourneyTemplates.SchemaAsync(Folder);
        var files = Directory.GetFiles(Folder, "practise-and-prove*.json");

        Assert.Equal(5, files.Length);
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
            await File.WriteAllTextAsync(
                Path.Combine(edited, Path.GetFileName(file)),
                text.Replace("\"value\": 1,", "\"value\": \"one\",", StringComparison.Ordinal),
                TestContext.Current.CancellationToken);
        }

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => JourneyTemplates.ReadAsync(edited));

        Directory.Delete(edited, recursive: true);
        Assert.Contains("practise-and-prove", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"title\": \"Practise and prove\",", "\"titel\": \"Practise and prove\",", "test.json(6,")]
    [InlineData("\"value\": 1,", "\"value\": \"one\",", "test.json(22,")]
    [InlineData("\"passLevel\": 2", "\"passLevel\": 9", "test.json(26,")]
    [InlineData("\"language\": \"en\",", "\"language\": \"en\"", "test.json(6,")]
    public async Task A_slip_of_the_pen_is_named_with_its_line(string right, string wrong, string place)
    {
        var schema = await JourneyTemplates.SchemaAsync(Folder);
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "practise-and-prove.json"), TestContext.Current.CancellationToken);
        var json = text.Replace(right, wrong, StringComparison.Ordinal);

        var fault = Assert.Throws<InvalidDataException>(() => JourneyTemplates.Parse(json, "test.json", schema));

        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Every value with the path to it.</summary>
    private static HashSet<string> Leaves(JsonNode node) => node switch
    {
        JsonObject { Count: > 0 } children => [.. children.SelectMany(child => Leaves(child.Value!))],
        JsonArray { Count: > 0 } items => [.. items.SelectMany(item => Leaves(item!))],
        _ => [node.GetPath() + " = " + node.ToJsonString()],
    };

    /// <summary>The places of a schema where something can be written.</summary>
    private static IEnumerable<string> Places(JsonNode schema, string before) =>
        schema["properties"]?.AsObject().SelectMany(property => Places(property.Value!, before + property.Key + ".").Prepend(before + property.Key))
        ?? (schema["items"] is { } items ? Places(items, before) : []);

    /// <summary>The fields of a part of a design, as its JSON names them.</summary>
    private static IEnumerable<string> Fields(Type type, string before)
    {
        foreach (var property in type.GetProperties().Where(IsWritten))
        {
            var name = before + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            yield return name;
            var inner = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            foreach (var field in inner.Namespace!.StartsWith("LearningBuddy.", StringComparison.Ordinal) ? Fields(inner, name + ".") : [])
            {
                yield return field;
            }
        }
    }

    /// <summary>What is worked out from other fields is not written.</summary>
    private static bool IsWritten(PropertyInfo property) => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null;
}
