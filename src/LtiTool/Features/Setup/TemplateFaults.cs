using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>Says what is wrong with a template's JSON, and on which line.</summary>
internal static class TemplateFaults
{
    /// <summary>Faults against the schema, in the order of lines; one fault when it is no JSON at all.</summary>
    public static IReadOnlyList<TemplateFault> Find(string json, JsonSchema schema)
    {
        try
        {
            return [.. schema.Validate(json).SelectMany(Innermost).Select(From).OrderBy(fault => fault.Line)];
        }
        catch (JsonReaderException exception)
        {
            var reason = exception.Message.Split(" Path ")[0];
            return [new TemplateFault(exception.LineNumber, exception.LinePosition, "setup.template.no-json", reason)];
        }
    }

    /// <summary>The place of a path such as <c>rubric.levels</c>; the first line when the path isn't there.</summary>
    public static (int Line, int Column) Locate(string json, string path) =>
        JToken.Parse(json).SelectToken(path) is IJsonLineInfo info && info.HasLineInfo() ? (info.LineNumber, info.LinePosition) : (1, 1);

    private static IEnumerable<ValidationError> Innermost(ValidationError error) =>
        error is ChildSchemaValidationError child ? child.Errors.SelectMany(pair => pair.Value).SelectMany(Innermost) : [error];

    private static TemplateFault From(ValidationError error) => new(
        error.HasLineInfo ? error.LineNumber : 1,
        error.HasLineInfo ? error.LinePosition : 1,
        TextOf(error.Kind),
        error.Path?.TrimStart('#', '/') ?? "$",
        error.Kind);

    private static string TextOf(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.PropertyRequired => "setup.template.property-missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "setup.template.property-unknown",
        ValidationErrorKind.StringExpected => "setup.template.no-text",
        ValidationErrorKind.IntegerExpected or ValidationErrorKind.NumberExpected => "setup.template.no-number",
        ValidationErrorKind.BooleanExpected => "setup.template.no-truth",
        ValidationErrorKind.ArrayExpected => "setup.template.no-list",
        ValidationErrorKind.ObjectExpected => "setup.template.no-object",
        ValidationErrorKind.PatternMismatch => "setup.template.letters",
        ValidationErrorKind.StringTooLong => "setup.template.too-long",
        ValidationErrorKind.StringTooShort => "setup.template.too-short",
        ValidationErrorKind.TooFewItems => "setup.template.too-few",
        ValidationErrorKind.TooManyItems => "setup.template.too-many",
        ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig => "setup.template.out-of-range",
        _ => "setup.template.against-schema",
    };
}

/// <summary>One thing wrong with a template.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">The id of what to say about it.</param>
/// <param name="Args">What goes into the text: where in the JSON, or what the parser said; then the kind of fault.</param>
public readonly record struct TemplateFault(int Line, int Column, string Text, params IReadOnlyList<object> Args);
