using Microsoft.Data.Sqlite;
using Npgsql;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Recognises a disk that is full, on either database and in files: for the record store and for the tool around it.</summary>
public static class StorageFull
{
    private const int SqliteFull = 13;
    private const int NoSpaceLeft = 28;

    /// <summary>Whether an exception, or what caused it, is one.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        IOException { HResult: NoSpaceLeft or unchecked((int)0x80070070) } => true,
        _ => Is(exception.InnerException),
    };
}
