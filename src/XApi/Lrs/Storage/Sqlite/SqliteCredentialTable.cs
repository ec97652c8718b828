using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>Credentials in SQLite.</summary>
internal sealed class SqliteCredentialTable(SqliteDatabase database, GroupWriter<SqliteSession> writer) : ICredentialTable
{
    private const string Columns = "SELECT key, name, scopes, created, revoked, salt, hash FROM lrs_credential";

    public Task<StoredCredential?> FindAsync(string key, CancellationToken ct) =>
        Task.FromResult(Read(Columns + " WHERE key = @key", key).SingleOrDefault());

    public Task<IReadOnlyList<StoredCredential>> ListAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<StoredCredential>>(Read(Columns + " ORDER BY created DESC, key", key: null));

    public Task AddAsync(StoredCredential credential, CancellationToken ct) => writer.WriteAsync(
        session => session.Prepare("INSERT INTO lrs_credential (key, name, scopes, created, salt, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .Bind(1, credential.Row.Key)
            .Bind(2, credential.Row.Name)
            .Bind(3, string.Join(' ', LrsScopeNames.NamesOf(credential.Row.Scopes)))
            .Bind(4, credential.Row.CreatedAt.ToUnixTimeMilliseconds())
            .Bind(5, credential.Salt)
            .Bind(6, credential.Hash)
            .Execute(),
        ct);

    public Task<bool> RevokeAsync(string key, DateTimeOffset at, CancellationToken ct) => writer.WriteAsync(
        session => session.Prepare("UPDATE lrs_credential SET revoked = ?2 WHERE key = ?1 AND revoked IS NULL")
            .Bind(1, key).Bind(2, at.ToUnixTimeMilliseconds()).Execute() == 1,
        ct);

    private List<StoredCredential> Read(string sql, string? key)
    {
        using var connection = database.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (key is not null)
        {
            command.Parameters.AddWithValue("@key", key);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<StoredCredential>();
        while (reader.Read())
        {
            rows.Add(new StoredCredential(RowOf(reader), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6)));
        }

        return rows;
    }

    private static LrsCredentialRow RowOf(SqliteDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        LrsScopeNames.Parse(reader.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
        reader.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)));
}
