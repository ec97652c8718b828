using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Recognises "somebody was faster": whoever lost looks again, and finds what the other left.</summary>
internal static class LostRace
{
    /// <summary>Whether an exception, or what caused it, is one.</summary>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
        _ => UniqueViolation.Is(exception) || Is(exception.InnerException),
    };
}
