using LearningBuddy.XApi.Lrs.Storage.Writing;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>Documents in PostgreSQL. The writers' lock makes a change indivisible, across nodes too.</summary>
internal sealed class PostgresDocumentStore(NpgsqlDataSource source, GroupWriter<PostgresSession> writer) : IDocumentStore
{
    private const string Select =
        "SELECT content_type, content, etag, updated FROM lrs_document WHERE kind = @kind AND owner = @owner AND id = @id";

    public async Task<StoredDocument?> FindAsync(DocumentKey key, CancellationToken ct)
    {
        await using var command = Keyed(source.CreateCommand(Select), key);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? DocumentOf(reader) : null;
    }

    public async Task<IReadOnlyList<string>> IdsAsync(DocumentKind kind, string owner, DateTimeOffset? since, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT id FROM lrs_document WHERE kind = @kind AND owner = @owner AND updated > @since ORDER BY id");
        command.Parameters.AddWithValue("@kind", (int)kind);
        command.Parameters.AddWithValue("@owner", owner);
        command.Parameters.AddWithValue("@since", since?.ToUnixTimeMilliseconds() ?? long.MinValue);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    public Task<DocumentChange> ChangeAsync(DocumentKey key, Func<StoredDocument?, DocumentChange> decide, CancellationToken ct) =>
        writer.WriteAsync(
            session =>
            {
                var change = decide(Find(session.Connection, key));
                switch (change)
                {
                    case DocumentChange.Write write:
                        Write(session.Connection, key, write.Document);
                        break;
                    case DocumentChange.Remove:
                        Run(session.Connection, "DELETE FROM lrs_document WHERE kind = @kind AND owner = @owner AND id = @id", key);
                        break;
                }

                return change;
            },
            ct);

    public Task RemoveAllAsync(DocumentKind kind, string owner, CancellationToken ct) => writer.WriteAsync(
        session =>
        {
            using var command = new NpgsqlCommand("DELETE FROM lrs_document WHERE kind = @kind AND owner = @owner", session.Connection);
            command.Parameters.AddWithValue("@kind", (int)kind);
            command.Parameters.AddWithValue("@owner", owner);
            return command.ExecuteNonQuery();
        },
        ct);

    private static StoredDocument? Find(NpgsqlConnection connection, DocumentKey key)
    {
        using var command = Keyed(new NpgsqlCommand(Select, connection), key);
        using var reader = command.ExecuteReader();
        return reader.Read() ? DocumentOf(reader) : null;
    }

    private static void Write(NpgsqlConnection connection, DocumentKey key, StoredDocument document)
    {
        using var command = Keyed(
            new NpgsqlCommand(
                """
                INSERT INTO lrs_document (kind, owner, id, content_type, content, etag, updated)
                VALUES (@kind, @owner, @id, @type, @content, @etag, @updated)
                ON CONFLICT (kind, owner, id) DO UPDATE
                SET content_type = EXCLUDED.content_type, content = EXCLUDED.content, etag = EXCLUDED.etag, updated = EXCLUDED.updated
                """,
                connection),
            key);
        command.Parameters.AddWithValue("@type", document.ContentType);
        command.Parameters.AddWithValue("@content", document.Content);
        command.Parameters.AddWithValue("@etag", document.ETag);
        command.Parameters.AddWithValue("@updated", document.UpdatedAt.ToUnixTimeMilliseconds());
        command.ExecuteNonQuery();
    }

    private static int Run(NpgsqlConnection connection, string sql, DocumentKey key)
    {
        using var command = Keyed(new NpgsqlCommand(sql, connection), key);
        return command.ExecuteNonQuery();
    }

    private static NpgsqlCommand Keyed(NpgsqlCommand command, DocumentKey key)
    {
        command.Parameters.AddWithValue("@kind", (int)key.Kind);
        command.Parameters.AddWithValue("@owner", key.Owner);
        command.Parameters.AddWithValue("@id", key.Id);
        return command;
    }

    private static StoredDocument DocumentOf(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader
            .GetFieldValue<byte[]>(1), reader
            .GetString(2), DateTimeOffset
            .FromUnixTimeMilliseconds(reader.GetInt64(3)));
}
