namespace LearningBuddy.XApi.Client;

/// <summary>Cuts a row of statements into requests.</summary>
internal static class Batches
{
    /// <summary>In order; each within both limits, or one long statement alone.</summary>
    public static IEnumerable<IReadOnlyList<FrozenStatement>> Split(IReadOnlyList<FrozenStatement> statements)
    {
        var part = new List<FrozenStatement>();
        var bytes = 0L;
        foreach (var statement in statements)
        {
            if (part.Count > 0 && (part.Count == LrsClient.MaxBatch || bytes + statement.Length > LrsClient.MaxBatchBytes))
            {
                yield return part;
                part = [];
                bytes = 0;
            }

            part.Add(statement);
            bytes += statement.Length + 1;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    /// <summary>The two halves of a batch of at least two.</summary>
    public static (IReadOnlyList<FrozenStatement> First, IReadOnlyList<FrozenStatement> Second) Halve(IReadOnlyList<FrozenStatement> batch)
    {
        var middle = batch.Count / 2;
        return ([.. batch.Take(middle)], [.. batch.Skip(middle)]);
    }
}
