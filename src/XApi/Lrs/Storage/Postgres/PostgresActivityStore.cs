using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>Activities in PostgreSQL.</summary>
internal sealed class PostgresActivityStore(NpgsqlDataSource source) : IActivityStore
{
    public async Task<IReadOnlyDictionary<string, string>> DefinitionsAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT id, definition FROM lrs_activity WHERE id = ANY(@ids)");
        command.Parameters.AddWithValue("@ids", ids.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            found[reader.GetString(0)] = reader.GetString(1);
        }

        return found;
    }
}
