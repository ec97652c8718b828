using System.Diagnostics;
using System.Text.Json;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs;

/// <summary>The record store for the tool itself, without HTTP: its own statements go in, pages and consumers read out.</summary>
public sealed class EmbeddedLrs
{
    private readonly IStatementStore store;
    private readonly LrsAuthority authority;

    internal EmbeddedLrs(IStatementStore store, LrsAddress address)
    {
        this.store = store;
        authority = new LrsAuthority(address.HomePage, "learning-buddy");
    }

    /// <summary>Stores a batch whole or not at all, by the same rules as over HTTP. Safe to repeat.</summary>
    /// <param name="statements">UTF-8 JSON, one statement each.</param>
    /// <param name="version">The version they are written in.</param>
    /// <param name="ct">Stops waiting; the batch may still be stored.</param>
    public async Task<EmbeddedStoreResult> StoreAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> statements, XApiVersion version, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var source = new IntakeSource(version, authority, mayDefine: true);
        var ready = new List<IncomingStatement>(statements.Count);
        for (var i = 0; i < statements.Count; i++)
        {
            if (Read(statements[i], source, ready) is { } problem)
            {
                return new EmbeddedStoreResult.Refused(i, problem);
            }
        }

        return await store.StoreAsync(ready, ct) switch
        {
            StoreResult.Stored stored => new EmbeddedStoreResult.Stored(stored.StoredAt),
            StoreResult.Conflict conflict => new EmbeddedStoreResult.Conflict(conflict.Id),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A page of statements that were not voided.</summary>
    public Task<StatementPage> QueryAsync(StatementQuery query, CancellationToken ct) => store.QueryAsync(query, ct);

    /// <summary>
    /// How many statements that were not voided fit, by verb and quarter of an hour. Counted in indexes alone: no statement is read.
    /// </summary>
    public Task<IReadOnlyList<StatementCount>> CountAsync(StatementQuery query, CancellationToken ct) => store.CountAsync(query, ct);

    /// <summary>The statements with these sequence numbers, lowest first.</summary>
    /// <param name="sequences">At most 1,000.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<IReadOnlyList<StoredStatement>> ReadAsync(IReadOnlyCollection<long> sequences, CancellationToken ct) =>
        store.ReadAsync(sequences, ct);

    /// <summary>
    /// For consumers: what came after a sequence number, oldest first, voided ones included. Nothing with a lower number follows later.
    /// </summary>
    public Task<IReadOnlyList<StoredStatement>> ReadAfterAsync(long sequence, int limit, CancellationToken ct) =>
        store.ReadAfterAsync(sequence, limit, ct);

    /// <summary>The data of a stored statement's attachments, as far as it came with the statement and no address leads to it.</summary>
    /// <param name="statement">UTF-8 JSON.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IReadOnlyList<FrozenAttachment>> AttachmentsOfAsync(ReadOnlyMemory<byte> statement, CancellationToken ct)
    {
        using var document = JsonDocument.Parse(statement);
        var types = IntakeSource.AttachmentsIn(document.RootElement)
            .Where(attachment => !attachment.TryGetProperty("fileUrl", out _))
            .GroupBy(attachment => attachment.GetProperty("sha2").GetString()!.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().GetProperty("contentType").GetString()!, StringComparer.Ordinal);
        return types.Count == 0
            ? []
            :
            [
                .. (await store.AttachmentsAsync(types.Keys, ct))
                    .Select(data => new FrozenAttachment(data.Sha2, types[data.Sha2], data.Content)),
            ];
    }

    private static StatementProblem? Read(ReadOnlyMemory<byte> json, IntakeSource source, List<IncomingStatement> ready)
    {
        if (JsonText.TryParse(json, out var document) is { } notJson)
        {
            return notJson;
        }

        using (document)
        {
            switch (StatementIntake.Read(document!.RootElement, source))
            {
                case IntakeResult.Ready one:
                    ready.AddRange(one.Statements);
                    return null;
                case IntakeResult.Refused refused:
                    return refused.Problem;
                default:
                    throw new UnreachableException();
            }
        }
    }
}

/// <summary>The endings of storing through <see cref="EmbeddedLrs"/>.</summary>
public abstract record EmbeddedStoreResult
{
    private EmbeddedStoreResult()
    {
    }

    /// <summary>All is there, some of it maybe from before.</summary>
    public sealed record Stored(DateTimeOffset StoredAt) : EmbeddedStoreResult;

    /// <summary>Another statement has one of the ids; nothing was stored.</summary>
    public sealed record Conflict(Guid Id) : EmbeddedStoreResult;

    /// <summary>One statement breaks a rule; nothing was stored.</summary>
    public sealed record Refused(int Index, StatementProblem Problem) : EmbeddedStoreResult;
}
