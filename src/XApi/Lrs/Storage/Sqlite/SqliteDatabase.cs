using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>Opens the record store's file: one connection writes, any number read beside it (WAL).</summary>
/// <param name="path">The file; made if it does not exist.</param>
internal sealed class SqliteDatabase(string path)
{
    private readonly string reading =
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 30 }.ToString();

    /// <summary>A pooled connection for reading; the caller disposes it.</summary>
    public SqliteConnection OpenForReading()
    {
        var connection = new SqliteConnection(reading);
        connection.Open();
        return connection;
    }

    /// <summary>The one connection that writes. <c>synchronous=FULL</c>: a commit that answers is on the disk.</summary>
    public SqliteConnection OpenForWriting()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        SqliteSchema.Run(connection, "PRAGMA journal_mode = WAL");
        SqliteSchema.Run(connection, "PRAGMA synchronous = FULL");
        SqliteSchema.Run(connection, "PRAGMA busy_timeout = 5000");
        SqliteSchema.Run(connection, "PRAGMA cache_size = -65536");

        // 64 MiB: a page that many statements touch is copied into the file once for all of them.
        SqliteSchema.Run(connection, "PRAGMA wal_autocheckpoint = 16000");
        SqliteSchema.Prepare(connection);
        return connection;
    }
}
