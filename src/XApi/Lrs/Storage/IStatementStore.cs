using LearningBuddy.XApi.Lrs.Intake;

namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>
/// Where statements are kept. Once <see cref="StoreAsync"/> answers, the batch survives a power cut. Statements become visible in the
/// order of their sequence numbers, so that a reader who goes on after the last number misses nothing.
/// </summary>
internal interface IStatementStore
{
    /// <summary>Stores a batch whole or not at all. Safe to repeat: what is there already and is the same counts as stored.</summary>
    Task<StoreResult> StoreAsync(IReadOnlyList<IncomingStatement> batch, CancellationToken ct);

    /// <summary>One statement by id.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="voided">True to find it only if it was voided; false only if it was not.</param>
    /// <param name="authority">Only if this authority sent it, or null.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<StoredStatement?> FindAsync(Guid id, bool voided, long? authority, CancellationToken ct);

    /// <summary>A page of statements.</summary>
    Task<StatementPage> QueryAsync(StatementQuery query, CancellationToken ct);

    /// <summary>
    /// All that fit, counted by verb and quarter of an hour, in no particular order. The page's length and cursor play no part.
    /// </summary>
    Task<IReadOnlyList<StatementCount>> CountAsync(StatementQuery query, CancellationToken ct);

    /// <summary>The statements with these sequence numbers, lowest first, voided ones included.</summary>
    /// <param name="sequences">At most 1,000.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<IReadOnlyList<StoredStatement>> ReadAsync(IReadOnlyCollection<long> sequences, CancellationToken ct);

    /// <summary>Statements with a sequence number above <paramref name="sequence"/>, lowest first, voided ones included.</summary>
    Task<IReadOnlyList<StoredStatement>> ReadAfterAsync(long sequence, int limit, CancellationToken ct);

    /// <summary>The data of attachments that are here.</summary>
    /// <param name="hashes">SHA-2 in lower-case hexadecimal digits.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<IReadOnlyList<AttachmentData>> AttachmentsAsync(IReadOnlyCollection<string> hashes, CancellationToken ct);

    /// <summary>Everything stored before this moment can be read.</summary>
    ValueTask<DateTimeOffset> ConsistentThroughAsync(CancellationToken ct);
}

/// <summary>The endings of storing a batch.</summary>
internal abstract record StoreResult
{
    private StoreResult()
    {
    }

    /// <summary>All of it is there, some of it maybe from before.</summary>
    /// <param name="StoredAt">When it was stored.</param>
    public sealed record Stored(DateTimeOffset StoredAt) : StoreResult;

    /// <summary>Another statement has one of the ids; nothing was stored.</summary>
    public sealed record Conflict(Guid Id) : StoreResult;
}
