using System.Globalization;
using System.Text.Json;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using NJsonSchema;
using IoPath = System.IO.Path;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>The templates an instructor starts from: files in <c>lti-config/journeys</c>, checked when the tool starts.</summary>
public sealed class JourneyTemplates
{
    private const string SchemaName = "journey.schema.json";

    /// <summary>What is wrong with a file is told to whoever starts the tool.</summary>
    private static readonly Localizer English = Localizer.For(CultureInfo.GetCultureInfo(TextCatalog.Fallback));

    /// <summary>A shipped one is read when somebody looks for templates: tests have checked it, and no start waits for it.</summary>
    private readonly List<Lazy<JourneyTemplate>> templates;

    private readonly string folder;

    private JourneyTemplates(List<Lazy<JourneyTemplate>> templates, string folder) => (this.templates, this.folder) = (templates, folder);

    private IEnumerable<JourneyTemplate> All => templates.Select(template => template.Value);

    /// <summary>Finds all templates of a folder, and reads those that somebody edited.</summary>
    /// <exception cref="InvalidDataException">A file is wrong; the message names file, line and what to do.</exception>
    public static async Task<JourneyTemplates> ReadAsync(string folder, Func<JourneyDesign, JourneyDesign>? change = null)
    {
        JourneyTemplate Changed(JourneyTemplate read) => change is null ? read : read with { Design = change(read.Design) };
        var found = new List<Lazy<JourneyTemplate>>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json")
            .Where(file => IoPath.GetFileName(file) != SchemaName).Order(StringComparer.Ordinal))
        {
            var name = IoPath.GetFileName(file);
            found.Add(ShippedTemplates.Holds(name, await File.ReadAllBytesAsync(file))
                ? new(() => Changed(ShippedTemplates.Once(name, () => Build(File.ReadAllText(file)))))
                : new(Changed(await CheckAsync(folder, file))));
        }

        return new JourneyTemplates(found, folder);
    }

    /// <summary>
    /// One template a key, in the reader's language where there is one, else in English: what asks least of learners first.
    /// </summary>
    public IReadOnlyList<JourneyTemplate> For(CultureInfo reader) =>
    [
        .. All.GroupBy(template => template.Design.TemplateId)
            .Select(same => same.FirstOrDefault(template => template.Language == reader.TwoLetterISOLanguageName) ?? same.First())
            .OrderBy(template => TimeBudget.Of(template.Design).Of(EffortBy.Learner))
            .ThenBy(template => template.Design.TemplateId, StringComparer.Ordinal),
    ];

    /// <summary>A template in all its languages, the reader's first.</summary>
    public IReadOnlyList<JourneyTemplate> InEachLanguage(string templateId, CultureInfo reader) =>
    [
        .. All.Where(template => template.Design.TemplateId == templateId)
            .OrderBy(template => template.Language != reader.TwoLetterISOLanguageName)
            .ThenBy(template => template.Language, StringComparer.Ordinal),
    ];

    /// <summary>Checks and reads one template.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="schema">The published schema.</param>
    /// <exception cref="InvalidDataException">It is wrong; the message names file, line and what to do.</exception>
    public static JourneyTemplate Parse(string json, string name, JsonSchema schema)
    {
        var read = Read(json, schema, English);
        return read.Template ?? throw new InvalidDataException(string.Join(
            Environment.NewLine, read.Faults.Select(fault => $"{name}({fault.Line},{fault.Column}): {fault.Words}")));
    }

    /// <summary>Reads a file that somebody brought; says what is wrong with it in their language.</summary>
    internal async Task<TemplateRead> ReadAsync(string json, Localizer texts)
    {
        try
        {
            using (JsonDocument.Parse(json, new() { AllowDuplicateProperties = false }))
            {
                var read = Read(json, await SchemaAsync(folder), texts);
                var clean = read.Template is null ? null : Build(TemplateFile.Clean(json));
                return clean is null ? read : Checked(clean, json, texts);
            }
        }
        catch (JsonException fault)
        {
            var (line, column) = ((int)(fault.LineNumber ?? 0) + 1, (int)(fault.BytePositionInLine ?? 0) + 1);
            return new(null, [new(line, column, texts.Plain("setup.template.no-json", fault.Message.Split(" LineNumber")[0]))]);
        }
        catch (InvalidOperationException fault)
        {
            // Half of a character, written as an escape.
            return new(null, [new(1, 1, texts.Plain("setup.template.no-json", fault.Message))]);
        }
    }

    private static TemplateRead Read(string json, JsonSchema schema, Localizer texts)
    {
        var faults = TemplateFaults.Find(json, schema);
        if (faults.Count > 0)
        {
            return new(null, [.. faults.Select(fault => new FaultAt(fault.Line, fault.Column, texts.Plain(fault.Text, [.. fault.Args])))]);
        }

        return Checked(Build(json), json, texts);
    }

    /// <summary>By the rules that hold for every design; what is wrong is looked for in the text it was read from.</summary>
    private static TemplateRead Checked(JourneyTemplate template, string json, Localizer texts)
    {
        var rules = DesignRules.Check(template.Design);
        return rules.Count == 0 ? new(template, []) : new(null, [.. rules.Select(rule =>
        {
            var (line, column) = TemplateFaults.Locate(json, rule.Path);
            return new FaultAt(line, column, texts.Plain(FaultTexts.IdOf(rule), [.. rule.Args]));
        })]);
    }

    /// <summary>The published schema of a folder's templates.</summary>
    public static async Task<JsonSchema> SchemaAsync(string folder) =>
        await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(IoPath.Combine(folder, SchemaName)));

    private static async Task<JourneyTemplate> CheckAsync(string folder, string file) =>
        Parse(await File.ReadAllTextAsync(file), IoPath.GetFileName(file), await SchemaAsync(folder));

    private static JourneyTemplate Build(string json)
    {
        var design = DesignJson.Read(json);
        return new JourneyTemplate(design.Language, design);
    }
}

/// <summary>A template in one language.</summary>
/// <param name="Language">Language tag of its texts.</param>
/// <param name="Design">What a journey made from it starts as.</param>
public sealed record JourneyTemplate(string Language, JourneyDesign Design);

/// <summary>What became of reading a template.</summary>
/// <param name="Template">It, or null where something is wrong with it.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record TemplateRead(JourneyTemplate? Template, IReadOnlyList<FaultAt> Faults);

/// <summary>Something wrong with a file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Words">What, and what to do.</param>
internal sealed record FaultAt(int Line, int Column, string Words);
