using System.Globalization;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>Statements in PostgreSQL, for any number of nodes.</summary>
internal sealed class PostgresStatementStore(NpgsqlDataSource source, GroupWriter<PostgresSession> writer) : IStatementStore
{
    private const string Columns = "SELECT s.seq, s.id, s.stored, s.payload FROM lrs_statement s ";

    /// <summary>
    /// Nobody writes: everything up to the database's now can be read. Otherwise: up to the newest that can be. Rounded down as times of
    /// storing are: half a millisecond up would vouch for a statement still to come.
    /// </summary>
    private static readonly string Through = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT CASE WHEN pg_try_advisory_xact_lock_shared({PostgresSchema.WriteLock})
            THEN floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint
            ELSE (SELECT COALESCE(MAX(stored), 0) FROM lrs_statement) END
        """);

    public Task<StoreResult> StoreAsync(IReadOnlyList<IncomingStatement> batch, CancellationToken ct) =>
        writer.WriteAsync(
            writing =>
                new StatementInsert(writing.Statements, writing.StoredAt).Store(batch), [.. batch.Select(statement => statement.Id)], ct);

    public async Task<StoredStatement?> FindAsync(Guid id, bool voided, long? authority, CancellationToken ct)
    {
        var exists = voided ? "EXISTS" : "NOT EXISTS";
        await using var command = source.CreateCommand(
            Columns + $"WHERE s.id = @id AND {exists} (SELECT 1 FROM lrs_voided v WHERE v.seq = s.seq)"
            + (authority is null ? "" : " AND s.authority = @authority"));
        command.Parameters.AddWithValue("@id", id);
        if (authority is { } only)
        {
            command.Parameters.AddWithValue("@authority", only);
        }

        return (await ReadAsync(command, ct)).SingleOrDefault();
    }

    public async Task<StatementPage> QueryAsync(StatementQuery query, CancellationToken ct)
    {
        var consistentThrough = await ConsistentThroughAsync(ct);
        await using var command = Command(StatementSql.Page(query));
        return StatementPages.Cut(await ReadAsync(command, ct), query, consistentThrough);
    }

    public async Task<IReadOnlyList<StatementCount>> CountAsync(StatementQuery query, CancellationToken ct)
    {
        await using var command = Command(StatementSql.Counts(query));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var counts = new List<StatementCount>();
        while (await reader.ReadAsync(ct))
        {
            counts.Add(new StatementCount(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return counts;
    }

    public async Task<IReadOnlyList<StoredStatement>> ReadAsync(IReadOnlyCollection<long> sequences, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Columns + "WHERE s.seq = ANY(@sequences) ORDER BY s.seq");
        command.Parameters.AddWithValue("@sequences", sequences.ToArray());
        return await ReadAsync(command, ct);
    }

    public async Task<IReadOnlyList<StoredStatement>> ReadAfterAsync(long sequence, int limit, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Columns + "WHERE s.seq > @after ORDER BY s.seq LIMIT @limit");
        command.Parameters.AddWithValue("@after", sequence);
        command.Parameters.AddWithValue("@limit", limit);
        return await ReadAsync(command, ct);
    }

    public async Task<IReadOnlyList<AttachmentData>> AttachmentsAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT sha2, content FROM lrs_attachment WHERE sha2 = ANY(@hashes)");
        command.Parameters.AddWithValue("@hashes", hashes.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<AttachmentData>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(new AttachmentData(reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return found;
    }

    public async ValueTask<DateTimeOffset> ConsistentThroughAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Through);
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(await command.ExecuteScalarAsync(ct))!);
    }

    private NpgsqlCommand Command(StatementSql sql)
    {
        var command = source.CreateCommand(sql.Text);
        foreach (var (name, value) in sql.Parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static async Task<List<StoredStatement>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var statements = new List<StoredStatement>();
        while (await reader.ReadAsync(ct))
        {
            statements.Add(new StoredStatement(
                reader.GetInt64(0),
                reader.GetGuid(1),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                reader.GetFieldValue<byte[]>(3)));
        }

        return statements;
    }
}
