using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>The tables of the record store in its own file. Each step runs once; a step that was released never changes.</summary>
internal static class SqliteSchema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE lrs_statement (
            seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, stored INTEGER NOT NULL, authority INTEGER NOT NULL, payload BLOB NOT NULL);
        CREATE INDEX lrs_statement_stored ON lrs_statement (stored);
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
        """,
    ];

    /// <summary>Brings a new or older file up to date.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer version of the tool.</exception>
    public static void Upgrade(SqliteConnection connection)
    {
        var version = Convert.ToInt32(Run(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        if (version > Steps.Length)
        {
            throw new InvalidOperationException($"The record store has schema {version}, which this version of the tool does not know.");
        }

        for (; version < Steps.Length; version++)
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, Steps[version]);
            Run(connection, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
            transaction.Commit();
        }
    }

    /// <summary>Runs statements that have no parameters.</summary>
    public static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
