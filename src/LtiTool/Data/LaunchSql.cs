using System.Data.Common;

namespace LearningBuddy.LtiTool.Data;

/// <summary>The few statements of a launch, in SQL that both databases understand. Kept commands stay prepared on their connection.</summary>
internal sealed class LaunchSql(DbConnection connection, DbTransaction? transaction, bool keepsCommands) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> kept = [];

    /// <summary>Runs a statement; parameters are <c>@p0</c>, <c>@p1</c>, … in order.</summary>
    /// <returns>Rows affected.</returns>
    public async Task<int> ExecuteAsync(string text, params object?[] values)
    {
        var command = Command(text, values);
        var affected = await command.ExecuteNonQueryAsync();
        await ReleaseAsync(command);
        return affected;
    }

    /// <summary>Reads the first row, or null when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string text, Func<DbDataReader, T> read, params object?[] values)
        where T : class
    {
        var command = Command(text, values);
        T? result;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            result = await reader.ReadAsync() ? read(reader) : null;
        }

        await ReleaseAsync(command);
        return result;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var command in kept.Values)
        {
            await command.DisposeAsync();
        }
    }

    private DbCommand Command(string text, object?[] values)
    {
        if (kept.TryGetValue(text, out var command))
        {
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            return command;
        }

        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "p" + i;
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        if (keepsCommands)
        {
            kept[text] = command;
        }

        return command;
    }

    private async ValueTask ReleaseAsync(DbCommand command)
    {
        if (!keepsCommands)
        {
            await command.DisposeAsync();
        }
    }
}
