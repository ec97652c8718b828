using System.Globalization;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>
/// The tables of the record store in PostgreSQL, beside those of the tool. The table <c>lrs_schema</c> knows their version.
/// </summary>
internal static class PostgresSchema
{
    /// <value>The lock under which all nodes write and make tables: one at a time, so that sequence numbers become visible in
    /// order.</value>
    public const long WriteLock = 0x6C72735F77726974;

    /// <summary>Versions 1 to 3 are from before the first release: they had no <c>lrs_fact</c>.</summary>
    private const int Version = 4;

    private const string Tables =
        """
        CREATE TABLE lrs_statement (
            seq bigint PRIMARY KEY, id uuid NOT NULL UNIQUE, stored bigint NOT NULL, authority bigint NOT NULL, payload text NOT NULL);
        CREATE INDEX lrs_statement_stored ON lrs_statement (stored, seq);
        CREATE TABLE lrs_fact (
            seq bigint NOT NULL, verb bigint NOT NULL, quarter bigint NOT NULL, PRIMARY KEY (seq) INCLUDE (verb, quarter));
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
        """;

    /// <summary>Makes the tables and the view in a new database; several nodes may start at once.</summary>
    /// <exception cref="InvalidDataException">The tables are of another version; the message says what to do.</exception>
    public static void Prepare(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Run(connection, string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({WriteLock})"));
        Run(connection, "CREATE TABLE IF NOT EXISTS lrs_schema (version integer NOT NULL)");
        var version = Convert.ToInt32(Run(connection, "SELECT COALESCE(MAX(version), 0) FROM lrs_schema"), CultureInfo.InvariantCulture);
        StoreVersion.Check(version, Version, "the tables and the view lrs_…");
        if (version == 0)
        {
            Run(connection, Tables);
            Run(connection, FlatView.Sql);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"INSERT INTO lrs_schema (version) VALUES ({Version})"));
        }

        transaction.Commit();
    }

    private static object? Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
