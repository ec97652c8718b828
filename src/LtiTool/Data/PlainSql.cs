using System.Data.Common;

namespace LearningBuddy.LtiTool.Data;

/// <summary>A statement in SQL that both databases understand; its parameters are <c>@p0</c>, <c>@p1</c>, … in order.</summary>
internal readonly record struct Statement(string Text, params object?[] Values);

/// <summary>The few statements of every launch and every page, on one connection, past the layers that would build their SQL anew each time.</summary>
/// <param name="connection">Open; given back with this.</param>
/// <param name="keepsCommands">Whether commands stay prepared here; Npgsql keeps its own.</param>
internal sealed class PlainSql(DbConnection connection, bool keepsCommands) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> kept = [];
    private DbBatch? waiting;

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows affected.</returns>
    public async Task<int> ExecuteAsync(string text, params object?[] values)
    {
        await SendWaitingAsync();
        var command = Command(new(text, values));
        var affected = await command.ExecuteNonQueryAsync();
        await ReleaseAsync(command);
        return affected;
    }

    /// <summary>Reads the first row, or null when there is none.</summary>
    public async Task<T?> FirstAsync<T>(Statement question, Func<DbDataReader, T> read)
        where T : class
    {
        await SendWaitingAsync();
        var command = Command(question);
        T? result;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            result = await reader.ReadAsync() ? read(reader) : null;
        }

        await ReleaseAsync(command);
        return result;
    }

    /// <summary>Runs a statement and then reads the first row of a question, in one round trip where the database is elsewhere.</summary>
    public async Task<(int Affected, T? First)> ExecuteAndFirstAsync<T>(Statement statement, Statement question, Func<DbDataReader, T> read)
        where T : class
    {
        if (!connection.CanCreateBatch)
        {
            return (await ExecuteAsync(statement.Text, statement.Values), await FirstAsync(question, read));
        }

        await SendWaitingAsync();
        await using var batch = connection.CreateBatch();
        Add(batch, statement);
        Add(batch, question);
        await using var reader = await batch.ExecuteReaderAsync();
        var first = await reader.ReadAsync() ? read(reader) : null;
        return (batch.BatchCommands[0].RecordsAffected, first);
    }

    /// <summary>Runs a statement of which only success matters: where the database is elsewhere, it leaves with the next one or with the commit.</summary>
    public async Task SendAsync(Statement statement)
    {
        if (!connection.CanCreateBatch)
        {
            await ExecuteAsync(statement.Text, statement.Values);
            return;
        }

        Add(waiting ??= connection.CreateBatch(), statement);
    }

    /// <summary>Ends the transaction, in one round trip with what waits to be sent.</summary>
    public async Task CommitAsync()
    {
        await SendAsync(new("COMMIT"));
        await SendWaitingAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var command in kept.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private async ValueTask SendWaitingAsync()
    {
        if (waiting is { } batch)
        {
            waiting = null;
            await batch.ExecuteNonQueryAsync();
            await batch.DisposeAsync();
        }
    }

    private static void Add(DbBatch batch, Statement statement)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = statement.Text;
        Fill(command.Parameters, command.CreateParameter, statement.Values);
        batch.BatchCommands.Add(command);
    }

    private DbCommand Command(Statement statement)
    {
        if (kept.TryGetValue(statement.Text, out var command))
        {
            for (var i = 0; i < statement.Values.Length; i++)
            {
                command.Parameters[i].Value = statement.Values[i] ?? DBNull.Value;
            }

            return command;
        }

        command = connection.CreateCommand();
        command.CommandText = statement.Text;
        Fill(command.Parameters, command.CreateParameter, statement.Values);
        if (keepsCommands)
        {
            kept[statement.Text] = command;
        }

        return command;
    }

    private static void Fill(DbParameterCollection parameters, Func<DbParameter> create, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = create();
            parameter.ParameterName = "p" + i;
            parameter.Value = values[i] ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }

    private async ValueTask ReleaseAsync(DbCommand command)
    {
        if (!keepsCommands)
        {
            await command.DisposeAsync();
        }
    }
}
