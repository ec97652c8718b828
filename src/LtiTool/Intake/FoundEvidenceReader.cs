using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Lrs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Reads other systems' statements: those that arrived in the embedded record store, and those of stores that the settings name as sources.</summary>
internal sealed class FoundEvidenceReader(
    BuddyDbContext db, EmbeddedLrs embedded, RemoteLrs remote, FoundEvidenceOffers offers, IOptions<LearningBuddyOptions> options)
{
    private const int Chunk = 200;

    /// <summary>Stores assign <c>stored</c> before a statement can be seen: the last minutes are read again, and known ones passed over.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Reads everything that is new.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        await ReadEmbeddedAsync(ct);
        foreach (var source in options.Value.Lrs.Sources)
        {
            await ReadRemoteAsync(source, ct);
        }
    }

    private async Task ReadEmbeddedAsync(CancellationToken ct)
    {
        while (true)
        {
            var last = (await CursorAsync(LrsDestinations.Embedded, ct))?.Sequence ?? 0;
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

    private async Task ReadRemoteAsync(LrsConnectionOptions source, CancellationToken ct)
    {
        var newest = (await CursorAsync("source:" + source.Name, ct))?.StoredAt;
        var batch = new List<ReadStatement>(Chunk);
        await foreach (var statement in remote.Client().ReadAsync(RemoteLrs.EndpointOf(source), new ReadQuestion(newest - Overlap), ct))
        {
            batch.Add(statement);
            if (batch.Count == Chunk)
            {
                await KeepAsync(source, batch, ct);
            }
        }

        await KeepAsync(source, batch, ct);
    }

    private async Task KeepAsync(LrsConnectionOptions source, List<ReadStatement> batch, CancellationToken ct)
    {
        if (batch.Count > 0)
        {
            var newest = batch.Max(statement => statement.StoredAt);
            await offers.OfferAsync(
                [.. batch.Select(statement => StatementReading.Of(statement.Id, statement.Json))],
                cursor => cursor.StoredAt = cursor.StoredAt > newest ? cursor.StoredAt : newest,
                "source:" + source.Name,
                ct);
            batch.Clear();
        }
    }

    private Task<StatementCursor?> CursorAsync(string source, CancellationToken ct) =>
        db.StatementCursors.AsNoTracking().SingleOrDefaultAsync(cursor => cursor.Source == source, ct);
}
