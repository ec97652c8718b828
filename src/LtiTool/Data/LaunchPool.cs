using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// PostgreSQL connections for launches and for the one question of every page: statements stay prepared, and a commit does not wait for the disk.
/// What a person writes never goes through here.
/// </summary>
internal sealed class LaunchPool(DatabaseAddress address) : IAsyncDisposable
{
    private readonly Lazy<NpgsqlDataSource> source = new(() => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(address.ConnectionString) { MaxAutoPrepare = 50, Options = "-c synchronous_commit=off" }.ConnectionString));

    /// <summary>A connection; disposing it gives it back.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct) => source.Value.OpenConnectionAsync(ct);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => source.IsValueCreated ? source.Value.DisposeAsync() : ValueTask.CompletedTask;
}
