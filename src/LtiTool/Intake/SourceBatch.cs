using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.XApi.Client;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>What was read of a source and not offered yet, and the order in which it came.</summary>
/// <param name="offers">Takes it.</param>
/// <param name="source">Key of the source's cursor.</param>
internal sealed class SourceBatch(FoundEvidenceOffers offers, string source)
{
    private const int Size = 200;

    private readonly List<ReadStatement> waiting = new(Size);
    private readonly HashSet<Guid> voided = [];
    private DateTimeOffset? previous;
    private DateTimeOffset? newest;

    /// <value>Whether a statement was stored later than the one before it.</value>
    public bool Rose { get; private set; }

    /// <value>Whether a statement was stored earlier than the one before it.</value>
    public bool Fell { get; private set; }

    /// <value>Whether it is time to keep what waits.</value>
    public bool IsFull => waiting.Count == Size;

    /// <summary>Notes when a statement was stored, whether it is wanted or not.</summary>
    public void See(DateTimeOffset storedAt)
    {
        Rose |= storedAt > previous;
        Fell |= storedAt < previous;
        previous = storedAt;
    }

    /// <summary>Adds a statement that is wanted.</summary>
    public void Add(ReadStatement statement)
    {
        waiting.Add(statement);
        newest = statement.StoredAt > newest ? statement.StoredAt : newest ?? statement.StoredAt;
    }

    /// <summary>Offers what waits.</summary>
    /// <param name="mayMove">Whether nothing older is still to come, so that the next reading may begin here.</param>
    /// <param name="ct">Stops.</param>
    public async Task KeepAsync(bool mayMove, CancellationToken ct)
    {
        if (newest is not { } reached)
        {
            return;
        }

        var readings = waiting.ConvertAll(statement => StatementReading.Of(statement.Id, statement.Json));

        // Newest first, what takes a statement back comes before it.
        voided.UnionWith(readings.OfType<StatementReading.Voided>().Select(reading => reading.StatementId));
        readings.RemoveAll(reading => reading is StatementReading.Found found && voided.Contains(found.Statement.Id));
        await offers.OfferAsync(readings, mayMove ? cursor => Move(cursor, reached) : _ => { }, source, ct);
        waiting.Clear();
    }

    private static void Move(StatementCursor cursor, DateTimeOffset reached) =>
        cursor.StoredAt = cursor.StoredAt > reached ? cursor.StoredAt : reached;
}
