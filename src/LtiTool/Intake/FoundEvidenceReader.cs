using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.XApi.Lrs;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Reads what other systems sent to the embedded record store.</summary>
internal sealed class FoundEvidenceReader(EmbeddedLrs embedded, FoundEvidenceOffers offers)
{
    private const int Chunk = 200;

    /// <summary>Reads everything that is new.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            var last = (await offers.CursorAsync(LrsDestinations.Embedded, ct))?.Sequence ?? 0;
            var statements = await embedded.ReadAfterAsync(last, Chunk, ct);
            if (statements.Count == 0)
            {
                return;
            }

            await offers.OfferAsync(
                [.. statements.Select(stored => StatementReading.Of(stored.Id, stored.Payload))],
                cursor => cursor.Sequence = Math.Max(cursor.Sequence, statements[^1].Sequence),
                LrsDestinations.Embedded,
                ct);
        }
    }
}
