using LearningBuddy.XApi.Lrs.Storage.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>The writing connection with its prepared statements.</summary>
internal sealed class SqliteSession : IWriteSession
{
    private readonly SqliteConnection connection;
    private readonly TimeProvider clock;
    private readonly sqlite3 database;
    private readonly StoreClock times;
    private readonly SqliteStatementTables statements;
    private readonly Dictionary<string, PreparedStatement> prepared = [];

    public SqliteSession(SqliteDatabase file, TimeProvider clock)
    {
        this.clock = clock;
        connection = file.OpenForWriting();
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        times = new StoreClock(DateTimeOffset.FromUnixTimeMilliseconds(Greatest("SELECT COALESCE(MAX(stored), 0) FROM lrs_statement")));
        statements = new SqliteStatementTables(this, Greatest("SELECT COALESCE(MAX(seq), 0) FROM lrs_statement") + 1);
    }

    public DateTimeOffset StoredAt { get; private set; }

    public IStatementTables Statements => statements;

    /// <summary>Everything stored before this moment can be read. May be asked from any thread.</summary>
    public DateTimeOffset ConsistentThrough() => times.ConsistentThrough(clock.GetUtcNow());

    /// <summary>The prepared statement for this text; prepared once.</summary>
    public PreparedStatement Prepare(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            statement = new PreparedStatement(database, sql);
            prepared.Add(sql, statement);
        }

        return statement;
    }

    public void Begin(IReadOnlyCollection<Guid> ids)
    {
        StoredAt = times.Begin(clock.GetUtcNow());
        Prepare("BEGIN IMMEDIATE").Execute();
    }

    public void Commit()
    {
        Prepare("COMMIT").Execute();
        times.End();
    }

    public void Rollback()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Reset();
        }

        if (raw.sqlite3_get_autocommit(database) == 0)
        {
            Prepare("ROLLBACK").Execute();
        }

        statements.Forget();
        times.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private long Greatest(string sql)
    {
        var query = Prepare(sql);
        query.Step();
        var value = query.Integer(0);
        query.Reset();
        return value;
    }
}
