namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// Runs the one write transaction of a launch, which does not wait for the disk: losing a session row in a power cut costs nobody more than opening the
/// activity again (docs/adr/0006).
/// </summary>
internal sealed class LaunchWriter(DatabaseAddress address, SharedCommits sqlite, LaunchPool postgres)
{
    /// <summary>Runs work inside a transaction; what it throws undoes its own changes only.</summary>
    public Task<T> RunAsync<T>(Func<PlainSql, Task<T>> work, CancellationToken ct) =>
        address.IsSqlite ? sqlite.RunAsync(work, ct) : RunPostgresAsync(work, ct);

    private async Task<T> RunPostgresAsync<T>(Func<PlainSql, Task<T>> work, CancellationToken ct)
    {
        var connection = await postgres.OpenAsync(ct);
        await using var sql = new PlainSql(connection, keepsCommands: false);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await work(sql);
        await sql.CommitAsync();
        return result;
    }
}
