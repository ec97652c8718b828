using System.Globalization;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>The tables of the record store in PostgreSQL, beside those of the tool. Each step runs once; a step that was released never changes.</summary>
internal static class PostgresSchema
{
    /// <value>The lock under which all nodes write and upgrade: one at a time, so that sequence numbers become visible in order.</value>
    public const long WriteLock = 0x6C72735F77726974;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE lrs_statement (
            seq bigint PRIMARY KEY, id uuid NOT NULL UNIQUE, stored bigint NOT NULL, authority bigint NOT NULL, payload text NOT NULL);
        CREATE INDEX lrs_statement_stored ON lrs_statement (stored, seq);
        CREATE TABLE lrs_term (term bigint NOT NULL, seq bigint NOT NULL, PRIMARY KEY (term, seq));
        CREATE TABLE lrs_reference (target uuid NOT NULL, seq bigint NOT NULL, voids smallint NOT NULL, PRIMARY KEY (target, seq));
        CREATE TABLE lrs_voided (seq bigint PRIMARY KEY);
        CREATE TABLE lrs_activity (id text PRIMARY KEY, definition text NOT NULL);
        CREATE TABLE lrs_attachment (sha2 text PRIMARY KEY, content bytea NOT NULL);
        CREATE TABLE lrs_document (
            kind integer NOT NULL, owner text NOT NULL, id text NOT NULL, content_type text NOT NULL, etag text NOT NULL,
            updated bigint NOT NULL, content bytea NOT NULL, PRIMARY KEY (kind, owner, id));
        CREATE TABLE lrs_credential (
            key text PRIMARY KEY, name text NOT NULL, salt bytea NOT NULL, hash bytea NOT NULL, scopes text NOT NULL,
            created bigint NOT NULL, revoked bigint);
        """,
        FlatView.Sql,

        // Once more, for stores whose view left out scores with more than 15 digits.
        FlatView.Sql,
    ];

    /// <summary>Brings a new or older database up to date; several nodes may start at once.</summary>
    /// <exception cref="InvalidOperationException">The database was written by a newer version of the tool.</exception>
    public static void Upgrade(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({WriteLock})"));
        Run(connection, "CREATE TABLE IF NOT EXISTS lrs_schema (version integer NOT NULL)");
        var version = Convert.ToInt32(Run(connection, "SELECT COALESCE(MAX(version), 0) FROM lrs_schema"), CultureInfo.InvariantCulture);
        if (version > Steps.Length)
        {
            throw new InvalidOperationException($"The record store has schema {version}, which this version of the tool does not know.");
        }

        for (; version < Steps.Length; version++)
        {
            Run(connection, Steps[version]);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO lrs_schema (version) VALUES ({version + 1})"));
        }

        transaction.Commit();
    }

    private static object? Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
