using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage.Postgres;

/// <summary>
/// Single questions inside a writing transaction: for statements about statements and for definitions seen the first time.
/// </summary>
internal static class PostgresLookups
{
    public static (long Sequence, byte[] Payload)? Statement(NpgsqlConnection connection, Guid id) => One(
        connection,
        "SELECT seq, payload FROM lrs_statement WHERE id = $1",
        id,
        static reader => ((long, byte[])?)(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));

    public static Guid IdOf(NpgsqlConnection connection, long sequence) =>
        One(connection, "SELECT id FROM lrs_statement WHERE seq = $1", sequence, static reader => reader.GetGuid(0));

    public static string? Definition(NpgsqlConnection connection, string activity) =>
        One(connection, "SELECT definition FROM lrs_activity WHERE id = $1", activity, static reader => reader.GetString(0));

    public static List<(long Sequence, bool Voids)> References(NpgsqlConnection connection, Guid target)
    {
        using var command = new NpgsqlCommand("SELECT seq, voids FROM lrs_reference WHERE target = $1", connection)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = target } },
        };
        using var reader = command.ExecuteReader();
        var found = new List<(long, bool)>();
        while (reader.Read())
        {
            found.Add((reader.GetInt64(0), reader.GetInt16(1) != 0));
        }

        return found;
    }

    private static TResult? One<TKey, TResult>(NpgsqlConnection connection, string sql, TKey key, Func<NpgsqlDataReader, TResult> read)
    {
        using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<TKey> { TypedValue = key } } };
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }
}
