using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Client;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>
/// Reads a record store that the settings name as a source, from where the last reading ended. Oldest first, so that each batch
/// moves the cursor. A store that sends old statements all the same is read newest first from then on, until the known ones
/// begin: the specification's own order, which needs no parameter. Where even that is not kept, everything has to be read to
/// find what is new, so it is read seldom.
/// </summary>
internal sealed class RemoteSourceReader(RemoteLrs remote, FoundEvidenceOffers offers, SourcePauses pauses)
{
    /// <summary>So many old ones in a row, and there are only old ones left.</summary>
    private const int EnoughOld = 100;

    /// <summary>
    /// Stores assign <c>stored</c> before a statement can be seen: the last minutes are read again, and known ones passed over.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Reads everything that is new.</summary>
    /// <exception cref="LrsReadException">The store did not answer as it should; what was read before is kept.</exception>
    public async Task ReadAsync(LrsConnectionOptions source, CancellationToken ct)
    {
        var since = ToMillisecond((await offers.CursorAsync(NameOf(source), ct))?.StoredAt - Overlap);
        if (since is null || !pauses.IgnoresSince(source.Name))
        {
            if (await ReadOldestFirstAsync(source, since, ct))
            {
                return;
            }

            pauses.SawOld(source.Name);
        }

        await ReadNewestFirstAsync(source, since!.Value, ct);
    }

    /// <summary>False as soon as the store sends what was not asked for.</summary>
    private async Task<bool> ReadOldestFirstAsync(LrsConnectionOptions source, DateTimeOffset? since, CancellationToken ct)
    {
        var batch = new SourceBatch(offers, NameOf(source));
        await foreach (var statement in remote.Client().ReadAsync(RemoteLrs.EndpointOf(source), new ReadQuestion(since), ct))
        {
            if (statement.StoredAt < since)
            {
                return false;
            }

            batch.See(statement.StoredAt);
            batch.Add(statement);
            if (batch.IsFull)
            {
                await batch.KeepAsync(mayMove: !batch.Fell, ct);
            }
        }

        await batch.KeepAsync(mayMove: true, ct);
        return true;
    }

    /// <summary>The cursor moves at the end: what was not reached is older than what was.</summary>
    private async Task ReadNewestFirstAsync(LrsConnectionOptions source, DateTimeOffset since, CancellationToken ct)
    {
        var batch = new SourceBatch(offers, NameOf(source));
        var old = 0;
        await foreach (var statement in remote.Client()
            .ReadAsync(RemoteLrs.EndpointOf(source), new ReadQuestion(since, NewestFirst: true), ct))
        {
            batch.See(statement.StoredAt);
            old = statement.StoredAt < since ? old + 1 : 0;
            if (old >= EnoughOld && batch is { Fell: true, Rose: false })
            {
                break;
            }

            if (old == 0)
            {
                batch.Add(statement);
            }

            if (batch.IsFull)
            {
                await batch.KeepAsync(mayMove: false, ct);
            }
        }

        await batch.KeepAsync(mayMove: true, ct);
        if (batch.Rose)
        {
            pauses.Rest(source.Name);
        }
    }

    /// <summary>The finest that is asked for.</summary>
    private static DateTimeOffset? ToMillisecond(DateTimeOffset? moment) =>
        moment is { } exact ? DateTimeOffset.FromUnixTimeMilliseconds(exact.ToUnixTimeMilliseconds()) : null;

    private static string NameOf(LrsConnectionOptions source) => "source:" + source.Name;
}
