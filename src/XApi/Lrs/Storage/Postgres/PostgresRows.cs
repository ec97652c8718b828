using LearningBuddy.XApi.Lrs.Intake;
using Npgsql;
using NpgsqlTypes;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>Rows of one transaction, written as columns: one command a table.</summary>
internal sealed class PostgresRows
{
    private readonly Dictionary<long, IncomingStatement> statements = [];
    private readonly HashSet<(long Term, long Sequence)> terms = [];
    private readonly List<(Guid Target, long Sequence, bool Voids)> references = [];
    private readonly HashSet<long> voided = [];
    private readonly Dictionary<string, string> definitions = [];
    private readonly Dictionary<string, byte[]> attachments = [];

    public void Clear()
    {
        statements.Clear();
        terms.Clear();
        references.Clear();
        voided.Clear();
        definitions.Clear();
        attachments.Clear();
    }

    public void AddStatement(long sequence, IncomingStatement statement) => statements.Add(sequence, statement);

    public Guid? IdOf(long sequence) => statements.GetValueOrDefault(sequence)?.Id;

    public void AddTerms(IReadOnlyCollection<long> added, long sequence) => terms.UnionWith(added.Select(term => (term, sequence)));

    public void AddReference(Guid target, long sequence, bool voids) => references.Add((target, sequence, voids));

    public void AddVoided(long sequence) => voided.Add(sequence);

    public string? Definition(string activity) => definitions.GetValueOrDefault(activity);

    public void SetDefinition(string activity, string definition) => definitions[activity] = definition;

    public void AddAttachment(AttachmentData attachment) => attachments[attachment.Sha2] = attachment.Content;

    /// <summary>Writes all rows.</summary>
    public void Write(NpgsqlConnection connection, DateTimeOffset storedAt)
    {
        using var batch = new NpgsqlBatch(connection);
        AddStatements(batch, storedAt.ToUnixTimeMilliseconds());
        Add(batch, statements.Count, "INSERT INTO lrs_fact (seq, verb, quarter) SELECT * FROM unnest($1, $2, $3)",
            Column(statements, static row => row.Key), Column(statements, static row => row.Value.Verb),
            Column(statements, row => QuarterHour.Of(row.Value.HappenedAt ?? storedAt)));
        Add(batch, terms.Count, "INSERT INTO lrs_term (term, seq) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING",
            Column(terms, static row => row.Term), Column(terms, static row => row.Sequence));
        Add(batch, references.Count, "INSERT INTO lrs_reference (target, seq, voids) SELECT * FROM unnest($1, $2, $3)",
            Column(references, static row => row.Target), Column(references, static row => row.Sequence),
            Column(references, static row => (short)(row.Voids ? 1 : 0)));
        Add(batch, voided.Count, "INSERT INTO lrs_voided (seq) SELECT * FROM unnest($1) ON CONFLICT DO NOTHING",
            Column(voided, static row => row));
        Add(batch, definitions.Count,
            """
            INSERT INTO lrs_activity (id, definition) SELECT * FROM unnest($1, $2)
            ON CONFLICT (id) DO UPDATE SET definition = EXCLUDED.definition
            """,
            Column(definitions, static row => row.Key), Column(definitions, static row => row.Value));
        Add(batch, attachments.Count, "INSERT INTO lrs_attachment (sha2, content) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING",
            Column(attachments, static row => row.Key), Column(attachments, static row => row.Value));
        if (batch.BatchCommands.Count > 0)
        {
            batch.ExecuteNonQuery();
        }
    }

    private void AddStatements(NpgsqlBatch batch, long stored) => Add(
        batch,
        statements.Count,
        """
        INSERT INTO lrs_statement (seq, id, stored, authority, payload)
        SELECT a, b, $5, c, d FROM unnest($1, $2, $3, $4) AS s (a, b, c, d)
        """,
        Column(statements, static row => row.Key),
        Column(statements, static row => row.Value.Id),
        Column(statements, static row => row.Value.Authority),
        new NpgsqlParameter
        {
            Value = statements.Select(static row => row.Value.Payload).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        },
        new NpgsqlParameter<long> { TypedValue = stored });

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(IReadOnlyCollection<TRow> rows, Func<TRow, TValue> value) =>
        new() { TypedValue = [.. rows.Select(value)] };

    private static void Add(NpgsqlBatch batch, int count, string sql, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        if (count == 0)
        {
            return;
        }

        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in columns)
        {
            command.Parameters.Add(column);
        }

        batch.BatchCommands.Add(command);
    }
}
