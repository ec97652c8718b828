using LearningBuddy.XApi.Lrs.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>Documents in SQLite. The one writer makes a change indivisible.</summary>
internal sealed class SqliteDocumentStore(SqliteDatabase database, GroupWriter<SqliteSession> writer) : IDocumentStore
{
    public Task<StoredDocument?> FindAsync(DocumentKey key, CancellationToken ct)
    {
        using var connection = database.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT content_type, content, etag, updated FROM lrs_document WHERE kind = @kind AND owner = @owner AND id = @id";
        command.Parameters.AddWithValue("@kind", (int)key.Kind);
        command.Parameters.AddWithValue("@owner", key.Owner);
        command.Parameters.AddWithValue("@id", key.Id);
        using var reader = command.ExecuteReader();
        return Task.FromResult(reader.Read()
            ? new StoredDocument(
                reader.GetString(0), reader
                    .GetFieldValue<byte[]>(1), reader
                    .GetString(2), DateTimeOffset
                    .FromUnixTimeMilliseconds(reader.GetInt64(3)))
            : null);
    }

    public Task<IReadOnlyList<string>> IdsAsync(DocumentKind kind, string owner, DateTimeOffset? since, CancellationToken ct)
    {
        using var connection = database.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM lrs_document WHERE kind = @kind AND owner = @owner AND updated > @since ORDER BY id";
        command.Parameters.AddWithValue("@kind", (int)kind);
        command.Parameters.AddWithValue("@owner", owner);
        command.Parameters.AddWithValue("@since", since?.ToUnixTimeMilliseconds() ?? long.MinValue);
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return Task.FromResult<IReadOnlyList<string>>(ids);
    }

    public Task<DocumentChange> ChangeAsync(DocumentKey key, Func<StoredDocument?, DocumentChange> decide, CancellationToken ct) =>
        writer.WriteAsync(
            session =>
            {
                var change = decide(Find(session, key));
                switch (change)
                {
                    case DocumentChange.Write write:
                        Write(session, key, write.Document);
                        break;
                    case DocumentChange.Remove:
                        Keyed(session, "DELETE FROM lrs_document WHERE kind = ?1 AND owner = ?2 AND id = ?3", key).Execute();
                        break;
                }

                return change;
            },
            ct);

    public Task RemoveAllAsync(DocumentKind kind, string owner, CancellationToken ct) => writer.WriteAsync(
        session =>
            session.Prepare("DELETE FROM lrs_document WHERE kind = ?1 AND owner = ?2").Bind(1, (int)kind).Bind(2, owner).Execute(), ct);

    private static StoredDocument? Find(SqliteSession session, DocumentKey key)
    {
        var find = Keyed(
            session, "SELECT content_type, content, etag, updated FROM lrs_document WHERE kind = ?1 AND owner = ?2 AND id = ?3", key);
        var found = find.Step()
            ? new StoredDocument(find.Text(0), find.Blob(1), find.Text(2), DateTimeOffset.FromUnixTimeMilliseconds(find.Integer(3)))
            : null;
        find.Reset();
        return found;
    }

    private static void Write(SqliteSession session, DocumentKey key, StoredDocument document) => Keyed(
        session,
        """
        INSERT INTO lrs_document (kind, owner, id, content_type, content, etag, updated) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (kind, owner, id) DO UPDATE SET content_type = ?4, content = ?5, etag = ?6, updated = ?7
        """,
        key)
        .Bind(4, document.ContentType)
        .Bind(5, document.Content)
        .Bind(6, document.ETag)
        .Bind(7, document.UpdatedAt.ToUnixTimeMilliseconds())
        .Execute();

    private static PreparedStatement Keyed(SqliteSession session, string sql, DocumentKey key) =>
        session.Prepare(sql).Bind(1, (int)key.Kind).Bind(2, key.Owner).Bind(3, key.Id);
}
