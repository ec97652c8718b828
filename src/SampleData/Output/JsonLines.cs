namespace LearningBuddy.SampleData.Output;

/// <summary>Writes statements as text: one a line.</summary>
internal static class JsonLines
{
    /// <summary>Writes them all.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> WriteAsync(IEnumerable<SampleStatement> statements, Stream to, CancellationToken ct)
    {
        var count = 0;
        foreach (var statement in statements)
        {
            await to.WriteAsync(statement.Json, ct);
            await to.WriteAsync("\n"u8.ToArray(), ct);
            count++;
        }

        await to.FlushAsync(ct);
        return count;
    }
}
