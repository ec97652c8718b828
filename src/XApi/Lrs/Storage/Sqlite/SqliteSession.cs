using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>The writing connection with its prepared statements; belongs to the writer's thread.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly sqlite3 database;
    private readonly Dictionary<string, PreparedStatement> prepared = [];

    public SqliteSession(SqliteConnection connection)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        NextSequence = Greatest("SELECT COALESCE(MAX(seq), 0) FROM lrs_statement") + 1;
        StoredAt = DateTimeOffset.FromUnixTimeMilliseconds(Greatest("SELECT COALESCE(MAX(stored), 0) FROM lrs_statement"));
    }

    /// <value>Sequence number of the next statement.</value>
    public long NextSequence { get; set; }

    /// <value>When the statements of this group are stored.</value>
    public DateTimeOffset StoredAt { get; private set; }

    /// <value>Definitions seen lately, so that the same one is not merged again with every statement.</value>
    public Dictionary<string, string> RecentDefinitions { get; } = [];

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

    public void Begin(DateTimeOffset storedAt)
    {
        StoredAt = storedAt;
        Prepare("BEGIN IMMEDIATE").Execute();
    }

    public void Commit() => Prepare("COMMIT").Execute();

    /// <summary>Undoes the group, also in memory.</summary>
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

        RecentDefinitions.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }
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
