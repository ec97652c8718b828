using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>
/// The tables of statements in PostgreSQL. What a group will look for is fetched in one question, what it adds is kept in
/// <see cref="PostgresRows"/> until the end: a group costs a handful of round trips, however many statements it has.
/// </summary>
internal sealed class PostgresStatementTables(PostgresSession session) : IStatementTables
{
    private const int MaxRecent = 20_000;

    private readonly Dictionary<string, string> recentDefinitions = [];
    private readonly Dictionary<Guid, (long Sequence, byte[] Payload)?> known = [];
    private readonly Dictionary<Guid, List<(long Sequence, bool Voids)>> references = [];
    private readonly PostgresRows rows = new();
    private long nextSequence;

    /// <summary>Adds the questions whose answers <see cref="Begin"/> reads.</summary>
    public void AddQuestions(NpgsqlBatch batch, IReadOnlyCollection<Guid> ids)
    {
        var wanted = ids.ToArray();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT id, seq, payload FROM lrs_statement WHERE id = ANY($1)")
        {
            Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = wanted } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT target, seq, voids FROM lrs_reference WHERE target = ANY($1)")
        {
            Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = wanted } },
        });
        known.Clear();
        references.Clear();
        foreach (var id in wanted)
        {
            known[id] = null;
            references[id] = [];
        }
    }

    /// <summary>Begins a transaction.</summary>
    /// <param name="firstSequence">Sequence number of the next statement.</param>
    /// <param name="reader">Stands before the answers.</param>
    public void Begin(long firstSequence, NpgsqlDataReader reader)
    {
        nextSequence = firstSequence;
        rows.Clear();
        reader.NextResult();
        while (reader.Read())
        {
            known[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        }

        reader.NextResult();
        while (reader.Read())
        {
            references[reader.GetGuid(0)].Add((reader.GetInt64(1), reader.GetInt16(2) != 0));
        }
    }

    /// <summary>Writes what was collected.</summary>
    public void Flush() => rows.Write(session.Connection, session.StoredAt);

    /// <summary>Forgets what is remembered of a transaction that was undone.</summary>
    public void Forget() => recentDefinitions.Clear();

    public (long Sequence, byte[] Payload)? Find(Guid id)
    {
        if (!known.TryGetValue(id, out var found))
        {
            found = PostgresLookups.Statement(session.Connection, id);
            known[id] = found;
        }

        return found;
    }

    public Guid IdOf(long sequence) => rows.IdOf(sequence) ?? PostgresLookups.IdOf(session.Connection, sequence);

    public long Insert(IncomingStatement statement)
    {
        var sequence = nextSequence++;
        rows.AddStatement(sequence, statement);
        known[statement.Id] = (sequence, statement.Payload);
        return sequence;
    }

    public void AddTerms(IReadOnlyCollection<long> terms, long sequence) => rows.AddTerms(terms, sequence);

    public void MergeDefinition(ActivityDefinitionText added)
    {
        if (recentDefinitions.TryGetValue(added.ActivityId, out var recent) && recent == added.Json)
        {
            return;
        }

        var before = rows.Definition(added.ActivityId) ?? PostgresLookups.Definition(session.Connection, added.ActivityId);
        rows.SetDefinition(added.ActivityId, ActivityDefinitions.Merge(before, added.Json));
        if (recentDefinitions.Count >= MaxRecent)
        {
            recentDefinitions.Clear();
        }

        recentDefinitions[added.ActivityId] = added.Json;
    }

    public void AddAttachment(AttachmentData attachment) => rows.AddAttachment(attachment);

    public void AddReference(Guid target, long sequence, bool voids)
    {
        ReferencesTo(target).Add((sequence, voids));
        rows.AddReference(target, sequence, voids);
    }

    public (IReadOnlyList<long> Sequences, bool IsVoided) Referring(Guid id)
    {
        var found = ReferencesTo(id);
        return found.Count == 0 ? ([], false) : ([.. found.Select(row => row.Sequence)], found.Exists(row => row.Voids));
    }

    public void Void(long sequence) => rows.AddVoided(sequence);

    private List<(long Sequence, bool Voids)> ReferencesTo(Guid id)
    {
        if (!references.TryGetValue(id, out var found))
        {
            found = PostgresLookups.References(session.Connection, id);
            references[id] = found;
        }

        return found;
    }
}
