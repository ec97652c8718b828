using System.Text.Json;
using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Writes statements in the form that was asked for.</summary>
internal sealed class StatementForms(IActivityStore activities)
{
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> WriteAsync(
        IReadOnlyList<StoredStatement> statements, StatementFormat format, LrsRequest request) => format switch
        {
            StatementFormat.Exact => [.. statements.Select(statement => statement.Payload)],
            StatementFormat.Ids => [.. statements.Select(statement => Rewrite(statement, new IdsForm()))],
            StatementFormat.Canonical => await WriteCanonicalAsync(statements, request),
        };

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> WriteCanonicalAsync(
        IReadOnlyList<StoredStatement> statements, LrsRequest request)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            using var document = JsonDocument.Parse(statement.Payload);
            StatementWalk.Activities(document.RootElement, activity => ids.Add(activity.GetProperty("id").GetString()!));
        }

        var definitions = await activities.DefinitionsAsync(ids, request.Aborted);
        var form = new CanonicalForm(definitions, LanguageChoice.Parse(request.Headers.AcceptLanguage.ToString()));
        return [.. statements.Select(statement => Rewrite(statement, form))];
    }

    private static ReadOnlyMemory<byte> Rewrite(StoredStatement statement, IStatementForm form)
    {
        using var document = JsonDocument.Parse(statement.Payload);
        using var stream = new MemoryStream(statement.Payload.Length);
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            StatementWalk.Copy(document.RootElement, writer, form);
        }

        return stream.ToArray();
    }
}

/// <summary>What a form changes while a statement is copied.</summary>
internal interface IStatementForm
{
    void Actor(JsonElement actor, Utf8JsonWriter writer);

    void Verb(JsonElement verb, Utf8JsonWriter writer);

    void Activity(JsonElement activity, Utf8JsonWriter writer);
}
