using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// Turns at something that one node does at a time while it waits for others: no transaction stays open meanwhile. One node alone, on
/// SQLite, needs none.
/// </summary>
internal sealed class NodeTurns(DatabaseAddress address)
{
    /// <summary>Waits until no other node has the turn; it ends when what is returned is disposed, or with this node.</summary>
    public async Task<IAsyncDisposable?> TakeAsync(Guid key, CancellationToken ct)
    {
        if (address.IsSqlite)
        {
            return null;
        }

        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await CallAsync(connection, "SELECT pg_advisory_lock($1)", key, ct);
            return new Turn(connection, key);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task CallAsync(NpgsqlConnection connection, string sql, Guid key, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = BitConverter.ToInt64(key.ToByteArray(), 8) });
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed class Turn(NpgsqlConnection connection, Guid key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                await CallAsync(connection, "SELECT pg_advisory_unlock($1)", key, CancellationToken.None);
            }
        }
    }
}
