using System.Globalization;
using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Statements;
using LearningBuddy.XApi.Statements.Rules;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Reads single parameters and keeps the first refusal, so that a list of them reads as a list.</summary>
internal sealed class ParameterReader(LrsRequest request)
{
    /// <value>Why the request is refused, or null.</value>
    public LrsReply? Refusal { get; private set; }

    public Guid? Uuid(string name) =>
        Read(name, "a UUID", static text => Formats.IsUuid(text), static text => new Guid(text), out var id) ? id : null;

    public string? Iri(string name) =>
        Read(name, "an IRI", static text => Formats.IsIri(text), static text => text, out var iri) ? iri : null;

    public bool Boolean(string name) =>
        Read(name, "true or false", static text => text is "true" or "false", static text => text == "true", out var yes) && yes;

    public long? Integer(string name) => Read(
        name,
        "a whole number, 0 or more",
        static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        static text => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture),
        out var number) ? number : null;

    public DateTimeOffset? Timestamp(string name) => Read(
        name,
        TimestampExpected(name),
        text => XApiTimestamp.TryParse(text, request.Version, out _),
        text => XApiTimestamp.TryParse(text, request.Version, out var at) ? at : default,
        out var moment) ? moment : null;

    /// <summary>What is wrong with most of those that are none: an address turns + into a blank, and 2.0 wants a zone.</summary>
    private string TimestampExpected(string name) => request.Query.GetValueOrDefault(name) switch
    {
        { } text when XApiTimestamp.TryParse(text.Replace(' ', '+'), request.Version, out _) =>
            "a timestamp; a + in it is written %2B in an address",
        { } text when XApiTimestamp.TryParse(text, XApiVersion.V103, out _) =>
            "a timestamp with its zone since xAPI 2.0, e.g. 2026-09-01T08:00:00.000Z",
        _ => "a timestamp, e.g. 2026-09-01T08:00:00.000Z",
    };

    public StatementFormat Format() => Read(
        "format",
        "ids, exact or canonical",
        static text => text is "ids" or "exact" or "canonical",
        static text => text switch
        {
            "ids" => StatementFormat.Ids,
            "canonical" => StatementFormat.Canonical,
            _ => StatementFormat.Exact,
        },
        out var format) ? format : StatementFormat.Exact;

    /// <summary>The <c>agent</c> parameter: an agent or an identified group.</summary>
    public JsonElement? Agent(string name = "agent")
    {
        if (!request.Query.TryGetValue(name, out var text))
        {
            return null;
        }

        var problem = JsonText.TryParse(Encoding.UTF8.GetBytes(text), out var document);
        using (document)
        {
            problem ??= ActorRules.AgentOrGroup(document!.RootElement);
            if (problem is null && Lrs.Intake.AgentIdentity.Of(document!.RootElement) is null)
            {
                problem = Problems.OneIdentifier;
            }

            if (problem is null)
            {
                return document!.RootElement.Clone();
            }
        }

        Refusal ??= LrsReply.BadRequest(problem.In(name));
        return null;
    }

    private bool Read<T>(string name, string expected, Func<string, bool> isGood, Func<string, T> convert, out T? value)
    {
        value = default;
        if (!request.Query.TryGetValue(name, out var text))
        {
            return false;
        }

        if (!isGood(text))
        {
            Refusal ??= LrsReply.BadRequest("LRS-141", $"“{name}” is {expected}.");
            return false;
        }

        value = convert(text);
        return true;
    }
}
