using System.Data.Common;
using System.Diagnostics;
using LearningBuddy.LtiTool.Hosting;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// The few statements of every launch and every page, on one connection, past the layers that would build their SQL again each time.
/// </summary>
/// <param name="connection">Open; given back with this.</param>
/// <param name="keepsCommands">Whether commands stay prepared here; Npgsql keeps its own.</param>
internal sealed class PlainSql(DbConnection connection, bool keepsCommands) : IAsyncDisposable
{
    private static readonly ActivitySource Spans = new(TelemetryNames.Spans);
    private readonly Dictionary<string, DbCommand> kept = [];
    private DbBatch? waiting;

    /// <summary>Runs a statement.</summary>
    /// <returns>Rows affected.</returns>
    public async Task<int> ExecuteAsync(string text, params object?[] values)
    {
        await SendWaitingAsync();
        using var span = Span(text);
        var command = Command(new(text, values));
        var affected = await command.ExecuteNonQueryAsync();
        await ReleaseAsync(command);
        return affected;
    }

    /// <summary>Reads the first row, or null when there is none.</summary>
    public async Task<T?> FirstAsync<T>(SqlStatement question, Func<DbDataReader, T> read)
        where T : class
    {
        await SendWaitingAsync();
        using var span = Span(question.Text);
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
    public async Task<(int Affected, T? First)> ExecuteAndFirstAsync<T>(
        SqlStatement statement, SqlStatement question, Func<DbDataReader, T> read)
        where T : class
    {
        if (!connection.CanCreateBatch)
        {
            return (await ExecuteAsync(statement.Text, statement.Values), await FirstAsync(question, read));
        }

        await SendWaitingAsync();
        using var span = Span(statement.Text);
        await using var batch = connection.CreateBatch();
        statement.AddTo(batch);
        question.AddTo(batch);
        await using var reader = await batch.ExecuteReaderAsync();
        var first = await reader.ReadAsync() ? read(reader) : null;
        return (batch.BatchCommands[0].RecordsAffected, first);
    }

    /// <summary>
    /// Runs a statement of which only success matters: where the database is elsewhere, it leaves with the next one or with the commit.
    /// </summary>
    public async Task SendAsync(SqlStatement statement)
    {
        if (!connection.CanCreateBatch)
        {
            await ExecuteAsync(statement.Text, statement.Values);
            return;
        }

        statement.AddTo(waiting ??= connection.CreateBatch());
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
            using var span = Span(batch.BatchCommands[0].CommandText);
            await batch.ExecuteNonQueryAsync();
            await batch.DisposeAsync();
        }
    }

    private DbCommand Command(SqlStatement statement)
    {
        if (kept.TryGetValue(statement.Text, out var command))
        {
            statement.Refill(command);
            return command;
        }

        command = statement.On(connection);
        if (keepsCommands)
        {
            kept[statement.Text] = command;
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

    /// <summary>A span for whoever traces: the text, never the values.</summary>
    private Activity? Span(string text) =>
        Spans.StartActivity("sql", ActivityKind.Client)?.SetTag("db.query.text", text).SetTag("db.namespace", connection.DataSource);
}
