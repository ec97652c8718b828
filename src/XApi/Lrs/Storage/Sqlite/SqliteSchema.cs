using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>The tables of the record store in its own file. The file knows the version of its tables.</summary>
internal static class SqliteSchema
{
    /// <summary>Version 1 is from before the first release: it had no <c>lrs_fact</c>.</summary>
    private const int Version = 2;

    private const string Tables =
        """
        CREATE TABLE lrs_statement (
            seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stored INTEGER NOT NULL, authority INTEGER NOT NULL, payload BLOB NOT NULL);
        CREATE INDEX lrs_statement_stored ON lrs_statement (stored);
        CREATE TABLE lrs_fact (seq INTEGER PRIMARY KEY, verb INTEGER NOT NULL, quarter INTEGER NOT NULL);
        CREATE TABLE lrs_term (term INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (term, seq)) WITHOUT ROWID;
        CREATE TABLE lrs_reference (
            target BLOB NOT NULL, seq INTEGER NOT NULL, voids INTEGER NOT NULL, PRIMARY KEY (target, seq)) WITHOUT ROWID;
        CREATE TABLE lrs_voided (seq INTEGER PRIMARY KEY);
        CREATE TABLE lrs_activity (id TEXT PRIMARY KEY, definition TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE lrs_attachment (sha2 TEXT PRIMARY KEY, content BLOB NOT NULL);
        CREATE TABLE lrs_document (
            kind INTEGER NOT NULL, owner TEXT NOT NULL, id TEXT NOT NULL, content_type TEXT NOT NULL, etag TEXT NOT NULL,
            updated INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (kind, owner, id));
        CREATE TABLE lrs_credential (
            key TEXT PRIMARY KEY, name TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, scopes TEXT NOT NULL,
            created INTEGER NOT NULL, revoked INTEGER) WITHOUT ROWID;
        """;

    /// <summary>Makes the tables in a new file.</summary>
    /// <exception cref="InvalidDataException">The tables are of another version; the message says what to do.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        var version = Convert.ToInt32(Run(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        StoreVersion.Check(version, Version, $"the file {connection.DataSource}");
        if (version == Version)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        Run(connection, Tables);
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
        transaction.Commit();
    }

    /// <summary>Runs statements that have no parameters.</summary>
    public static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
