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
            return [new TemplateFault(exception.LineNumber, exception.LinePosition, "This is not valid JSON here: " + exception.Message.Split(" Path ")[0])];
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
        $"{error.Path?.TrimStart('#', '/') ?? "the file"}: {Say(error.Kind)}");

    private static string Say(ValidationErrorKind kind) => kind switch
    {
        ValidationErrorKind.PropertyRequired => "this property is missing.",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "there is no such property; look for a slip of the pen.",
        ValidationErrorKind.StringExpected => "text in quotes is expected.",
        ValidationErrorKind.IntegerExpected or ValidationErrorKind.NumberExpected => "a number is expected.",
        ValidationErrorKind.BooleanExpected => "true or false is expected.",
        ValidationErrorKind.ArrayExpected => "a list in square brackets is expected.",
        ValidationErrorKind.ObjectExpected => "an object in braces is expected.",
        ValidationErrorKind.PatternMismatch => "only lower-case letters, digits and hyphens are allowed here.",
        ValidationErrorKind.StringTooLong => "this text is too long.",
        ValidationErrorKind.StringTooShort => "this text is too short.",
        ValidationErrorKind.TooFewItems => "there are too few entries.",
        ValidationErrorKind.TooManyItems => "there are too many entries.",
        ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig => "this number is out of range.",
        _ => kind.ToString() + ".",
    };
}

/// <summary>One thing wrong with a template.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">Where in the JSON, and what.</param>
public readonly record struct TemplateFault(int Line, int Column, string Message);
