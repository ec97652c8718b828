using Microsoft.Data.Sqlite;
using Npgsql;

namespace LearningBuddy.LtiTool.Data;

/// <summary>Recognises "somebody was faster": a broken unique index, on either database.</summary>
internal static class UniqueViolation
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    /// <summary>Whether an exception, or what caused it, is one.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => Is(exception.InnerException),
    };
}
