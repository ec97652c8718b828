using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Where the rows on a page lie in a list that may be long, so that none is left out without a word.</summary>
public interface IPaged
{
    /// <summary>The number of the first row on the page, from 1; 0 when there is none.</summary>
    int First { get; }

    /// <summary>The number of the last row on the page.</summary>
    int Last { get; }

    /// <summary>How many rows there are in all.</summary>
    int Total { get; }
}

/// <summary>One page of a list.</summary>
/// <param name="Rows">The rows on the page.</param>
/// <param name="First">The number of the first of them, from 1; 0 when there is none.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int First, int Total) : IPaged
{
    /// <summary>A list with nothing in it.</summary>
    public static readonly Paged<T> Nothing = new([], 0, 0);

    /// <inheritdoc />
    public int Last => First + Rows.Count - Math.Min(1, Rows.Count);

    /// <summary>The same page with its rows put differently.</summary>
    public Paged<TOther> As<TOther>(Func<T, TOther> put) => new([.. Rows.Select(put)], First, Total);
}

/// <summary>Cuts long lists into pages.</summary>
internal static class Paging
{
    /// <summary>Rows on a page, as a rule.</summary>
    public const int Size = 100;

    /// <summary>The page on which a row stands: the first one for none, the last one for a number past the end.</summary>
    /// <param name="query">The whole list, in an order in which no two rows are equal.</param>
    /// <param name="start">The number of a row, from 1.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="size">Rows on a page, where a hundred are not what is wanted.</param>
    public static async Task<Paged<T>> PageAsync<T>(this IQueryable<T> query, int? start, CancellationToken ct, int size = Size)
    {
        var total = await query.CountAsync(ct);
        if (total == 0)
        {
            return Paged<T>.Nothing;
        }

        var before = Before(start, total, size);
        return new Paged<T>(await query.Skip(before).Take(size).ToListAsync(ct), before + 1, total);
    }

    /// <summary>The page of a list that is there as a whole.</summary>
    public static Paged<T> PageOf<T>(IReadOnlyList<T> all, int? start, int size)
    {
        var before = Before(start, all.Count, size);
        return all.Count == 0 ? Paged<T>.Nothing : new Paged<T>([.. all.Skip(before).Take(size)], before + 1, all.Count);
    }

    /// <summary>How many rows stand on the pages before that of a row.</summary>
    private static int Before(int? start, int total, int size) => (Math.Clamp(start ?? 1, 1, Math.Max(1, total)) - 1) / size * size;
}
