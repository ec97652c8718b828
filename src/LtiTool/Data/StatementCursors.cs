using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Data;

/// <summary>How far statements were read, by whoever reads them.</summary>
internal static class StatementCursors
{
    /// <summary>How far, or null before the first reading.</summary>
    public static Task<StatementCursor?> ReadAsync(this DbSet<StatementCursor> cursors, string source, CancellationToken ct) =>
        cursors.AsNoTracking().SingleOrDefaultAsync(cursor => cursor.Source == source, ct);

    /// <summary>The cursor to move, made where there is none. The caller saves.</summary>
    public static async Task<StatementCursor> ToMoveAsync(this DbSet<StatementCursor> cursors, string source, CancellationToken ct)
    {
        if (await cursors.FindAsync([source], ct) is { } known)
        {
            return known;
        }

        var cursor = new StatementCursor { Source = source };
        cursors.Add(cursor);
        return cursor;
    }
}
