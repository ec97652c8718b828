using System.Data;
using System.Globalization;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>
/// Statements in SQLite. SQLite has no asynchronous reads; its answers come from memory or a local file, in microseconds.
/// </summary>
internal sealed class SqliteStatementStore(
    SqliteDatabase database, SqliteSession session, GroupWriter<SqliteSession> writer) : IStatementStore
{
    private const string Columns = "SELECT s.seq, s.id, s.stored, s.payload FROM lrs_statement s ";

    public Task<StoreResult> StoreAsync(IReadOnlyList<IncomingStatement> batch, CancellationToken ct) =>
        writer.WriteAsync(
            writing =>
                new StatementInsert(writing.Statements, writing.StoredAt).Store(batch), [.. batch.Select(statement => statement.Id)], ct);

    public Task<StoredStatement?> FindAsync(Guid id, bool voided, long? authority, CancellationToken ct)
    {
        var sql = Columns
            + $"WHERE s.id = @id AND {(voided ? "" : "NOT ")}EXISTS (SELECT 1 FROM lrs_voided v WHERE v.seq = s.seq)"
            + " AND (@authority IS NULL OR s.authority = @authority)";
        var found = Read(sql, command =>
        {
            command.Parameters.AddWithValue("@id", id.ToByteArray(bigEndian: true));
            command.Parameters.AddWithValue("@authority", authority is { } only ? only : DBNull.Value);
        });
        return Task.FromResult(found.SingleOrDefault());
    }

    public async Task<StatementPage> QueryAsync(StatementQuery query, CancellationToken ct)
    {
        var consistentThrough = await ConsistentThroughAsync(ct);
        var sql = StatementSql.Page(query);
        return StatementPages.Cut(Read(sql.Text, command => Bind(command, sql)), query, consistentThrough);
    }

    public Task<IReadOnlyList<StatementCount>> CountAsync(StatementQuery query, CancellationToken ct)
    {
        var sql = StatementSql.Counts(query);
        using var connection = database.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText = sql.Text;
        Bind(command, sql);
        using var reader = command.ExecuteReader();
        var counts = new List<StatementCount>();
        while (reader.Read())
        {
            counts.Add(new StatementCount(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return Task.FromResult<IReadOnlyList<StatementCount>>(counts);
    }

    public Task<IReadOnlyList<StoredStatement>> ReadAsync(IReadOnlyCollection<long> sequences, CancellationToken ct)
    {
        var numbers = string.Join(',', sequences.Select(sequence => sequence.ToString(CultureInfo.InvariantCulture)));
        return Task.FromResult<IReadOnlyList<StoredStatement>>(
            Read(Columns + $"WHERE s.seq IN ({numbers}) ORDER BY s.seq", static _ => { }));
    }

    public Task<IReadOnlyList<StoredStatement>> ReadAfterAsync(long sequence, int limit, CancellationToken ct)
    {
        var read = Read(Columns + "WHERE s.seq > @after ORDER BY s.seq LIMIT @limit", command =>
        {
            command.Parameters.AddWithValue("@after", sequence);
            command.Parameters.AddWithValue("@limit", limit);
        });
        return Task.FromResult<IReadOnlyList<StoredStatement>>(read);
    }

    public Task<IReadOnlyList<AttachmentData>> AttachmentsAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        var found = new List<AttachmentData>();
        using var connection = database.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM lrs_attachment WHERE sha2 = @sha2";
        var sha2 = command.Parameters.Add("@sha2", SqliteType.Text);
        foreach (var hash in hashes)
        {
            sha2.Value = hash;
            if (command.ExecuteScalar() is byte[] content)
            {
                found.Add(new AttachmentData(hash, content));
            }
        }

        return Task.FromResult<IReadOnlyList<AttachmentData>>(found);
    }

    public ValueTask<DateTimeOffset> ConsistentThroughAsync(CancellationToken ct) => ValueTask.FromResult(session.ConsistentThrough());

    private static void Bind(SqliteCommand command, StatementSql sql)
    {
        foreach (var (name, value) in sql.Parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }
    }

    private List<StoredStatement> Read(string sql, Action<SqliteCommand> bind)
    {
        using var connection = database.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        bind(command);
        using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
        var statements = new List<StoredStatement>();
        while (reader.Read())
        {
            statements.Add(new StoredStatement(
                reader.GetInt64(0),
                new Guid(reader.GetFieldValue<byte[]>(1), bigEndian: true),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)),
                reader.GetFieldValue<byte[]>(3)));
        }

        return statements;
    }
}
