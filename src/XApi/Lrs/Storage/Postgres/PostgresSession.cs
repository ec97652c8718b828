using System.Globalization;
using LearningBuddy.XApi.Lrs.Storage.Writing;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>
/// The writing connection of this node. A transaction begins with a lock that all nodes share: what is stored first is visible first,
/// at the database's own time. Rows are collected and written together just before the commit.
/// </summary>
internal sealed class PostgresSession : IWriteSession
{
    private readonly NpgsqlDataSource source;
    private readonly PostgresStatementTables statements;
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    public PostgresSession(NpgsqlDataSource source)
    {
        this.source = source;
        statements = new PostgresStatementTables(this);
        using var preparing = source.OpenConnection();
        PostgresSchema.Prepare(preparing);
    }

    public DateTimeOffset StoredAt { get; private set; }

    public IStatementTables Statements => statements;

    /// <value>The connection, inside the current transaction.</value>
    public NpgsqlConnection Connection => connection ?? throw new InvalidOperationException("There is no transaction.");

    public void Begin(IReadOnlyCollection<Guid> ids)
    {
        connection = source.OpenConnection();
        transaction = connection.BeginTransaction();
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({PostgresSchema.WriteLock})")),
                new("SELECT COALESCE(MAX(seq), 0), COALESCE(MAX(stored), 0), clock_timestamp() FROM lrs_statement"),
            },
        };
        statements.AddQuestions(batch, ids);
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        reader.Read();
        var now = new DateTimeOffset(reader.GetDateTime(2), TimeSpan.Zero).ToUnixTimeMilliseconds();
        StoredAt = DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(now, reader.GetInt64(1)));
        statements.Begin(reader.GetInt64(0) + 1, reader);
    }

    public void Commit()
    {
        statements.Flush();
        transaction!.Commit();
        Close();
    }

    public void Rollback()
    {
        statements.Forget();
        Close();
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    /// <summary>An open transaction is undone by giving the connection back.</summary>
    private void Close()
    {
        var (undone, returned) = (transaction, connection);
        (transaction, connection) = (null, null);
        using (returned)
        {
            undone?.Dispose();
        }
    }
}
