using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Sprints;
using LearningBuddy.Tests.Unit.Architecture;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed partial class JourneyTemplateTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "lti-config", "journeys");

    private static readonly string[] Ids =
        ["practise-and-prove", "six-week-journey", "peer-circle", "manager-as-coach", "competency-path", "micro-practice"];

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)!).Where(name => name != "journey.schema.json"),
    ];

    [Fact]
    public async Task The_templates_that_come_with_the_tool_hold()
    {
        var templates = await JourneyTemplates.ReadAsync(Folder);

        Assert.Equal("Practise and prove", templates.For(CultureInfo.GetCultureInfo("en"))[0].Design.Title);
        Assert.Equal("Üben und zeigen", templates.For(CultureInfo.GetCultureInfo("de"))[0].Design.Title);
        Assert.Equal(Ids.Order(StringComparer.Ordinal), templates.For(CultureInfo.GetCultureInfo("fr"))
            .Select(template => template.Design.TemplateId).Order(StringComparer.Ordinal));
    }

    /// <summary>What a template says arrives in the design: nothing is passed over because it stands where nobody reads it.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_template_is_the_design_it_becomes(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        var template = JsonNode.Parse(text)!.AsObject();

        var design = JsonNode.Parse(DesignJson.Write(DesignJson.Read(text)))!.AsObject();

        template.Remove("$schema");
        Assert.All(Leaves(template), leaf => Assert.Contains(leaf, Leaves(design)));
    }

    /// <summary>The same in each language: keys, numbers and order; only the words differ, and every one of them does.</summary>
    [Theory]
    [InlineData("practise-and-prove")]
    [InlineData("six-week-journey")]
    [InlineData("peer-circle")]
    [InlineData("manager-as-coach")]
    [InlineData("competency-path")]
    [InlineData("micro-practice")]
    public void A_template_is_the_same_in_each_language(string id)
    {
        var english = Read($"{id}.json");
        foreach (var language in new[] { "de", "fr", "es", "ar" })
        {
            var other = Read($"{id}.{language}.json");

            Assert.Equal(language, other.Language);
            Assert.Equal(Shape(english), Shape(other));
            Assert.DoesNotContain(Words(english).Intersect(Words(other)), words => words.Length > 25);
        }
    }

    /// <summary>Five on leading remote teams, complete: four situations with what to read and to try, and 24 behaviours in competencies.</summary>
    [Theory]
    [InlineData("six-week-journey")]
    [InlineData("peer-circle")]
    [InlineData("manager-as-coach")]
    [InlineData("competency-path")]
    [InlineData("micro-practice")]
    public void A_template_on_leading_remote_teams_is_whole(string id)
    {
        var design = Read($"{id}.json");
        var sprints = design.Find<SprintsSection>()!;

        Assert.Equal((24, 4, 4), (design.Behaviours.Count, design.Competencies.Count, sprints.Sprints.Count));
        Assert.All(design.Behaviours, one => Assert.True(one.ShownBy.Length > 0 && design.FindCompetency(one.CompetencyId) is not null));
        Assert.Equal(design.Behaviours.Select(one => one.Id), sprints.Sprints.SelectMany(sprint => sprint.BehaviourIds));
        Assert.All(sprints.Sprints, sprint =>
        {
            Assert.True(sprint is { Situation.Length: > 0, Resources.Count: >= 3, Questions.Count: >= 2 });
            Assert.Equal(Enum.GetValues<ActivityKind>(), sprint.Activities.Select(activity => activity.Kind).Order());
        });
        Assert.Equal(
            design.Behaviours.Select(one => one.Id).ToHashSet(),
            design.Find<NudgesSection>()!.Exercises.Select(one => one.BehaviourId).ToHashSet());
        Assert.True(sprints.IsChosen);
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
        var files = Files.Select(file => Path.Combine(Folder, file)).ToList();

        Assert.Equal(Ids.Length * 5, files.Count);
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
        Assert.Contains("competency-path", fault.Message, StringComparison.Ordinal);
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

    private static JourneyDesign Read(string name) => DesignJson.Read(File.ReadAllText(Path.Combine(Folder, name)));

    /// <summary>Everything but words.</summary>
    private static string Shape(JourneyDesign design) => string.Join(
        '\n',
        Leaves(JsonNode.Parse(DesignJson.Write(design))!)
            .Where(leaf => !leaf.Contains(" = \"", StringComparison.Ordinal) || Key().IsMatch(leaf)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Words(JourneyDesign design) =>
        Leaves(JsonNode.Parse(DesignJson.Write(design))!)
            .Where(leaf => leaf.Contains(" = \"", StringComparison.Ordinal) && !Key().IsMatch(leaf)).Select(leaf => leaf.Split(" = ", 2)[1]);

    [GeneratedRegex("(?:[iI]d|[iI]ds\\[\\d+\\]|essential\\[\\d+\\]|kind|from|role) = \"")]
    private static partial Regex Key();

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
