using LearningBuddy.XApi.Lrs.Access;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>Credentials in PostgreSQL.</summary>
internal sealed class PostgresCredentialTable(NpgsqlDataSource source) : ICredentialTable
{
    private const string Columns = "SELECT key, name, scopes, created, revoked, salt, hash FROM lrs_credential";

    public async Task<StoredCredential?> FindAsync(string key, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Columns + " WHERE key = @key");
        command.Parameters.AddWithValue("@key", key);
        return (await ReadAsync(command, ct)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<StoredCredential>> ListAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Columns + " ORDER BY created DESC, key");
        return await ReadAsync(command, ct);
    }

    public async Task AddAsync(StoredCredential credential, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "INSERT INTO lrs_credential (key, name, scopes, created, salt, hash) VALUES (@key, @name, @scopes, @created, @salt, @hash)");
        command.Parameters.AddWithValue("@key", credential.Row.Key);
        command.Parameters.AddWithValue("@name", credential.Row.Name);
        command.Parameters.AddWithValue("@scopes", string.Join(' ', LrsScopeNames.NamesOf(credential.Row.Scopes)));
        command.Parameters.AddWithValue("@created", credential.Row.CreatedAt.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("@salt", credential.Salt);
        command.Parameters.AddWithValue("@hash", credential.Hash);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<bool> RevokeAsync(string key, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = source.CreateCommand("UPDATE lrs_credential SET revoked = @at WHERE key = @key AND revoked IS NULL");
        command.Parameters.AddWithValue("@key", key);
        command.Parameters.AddWithValue("@at", at.ToUnixTimeMilliseconds());
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private static async Task<List<StoredCredential>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<StoredCredential>();
        while (await reader.ReadAsync(ct))
        {
            var row = new LrsCredentialRow(
                reader.GetString(0),
                reader.GetString(1),
                LrsScopeNames.Parse(reader.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                await reader.IsDBNullAsync(4, ct) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)));
            rows.Add(new StoredCredential(row, reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6)));
        }

        return rows;
    }
}
