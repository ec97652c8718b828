namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>Documents of the state, activity profile and agent profile resources (2.2 of 1.0.3, 4.1.6.2 of 2.0).</summary>
internal interface IDocumentStore
{
    /// <summary>The document, or null.</summary>
    Task<StoredDocument?> FindAsync(DocumentKey key, CancellationToken ct);

    /// <summary>Ids of an owner's documents, changed after <paramref name="since"/> (exclusive) where it is given.</summary>
    Task<IReadOnlyList<string>> IdsAsync(DocumentKind kind, string owner, DateTimeOffset? since, CancellationToken ct);

    /// <summary>
    /// Looks at the document and decides what becomes of it, in one step that no other change can come between: merges under load lose
    /// nothing.
    /// </summary>
    /// <param name="key">Which.</param>
    /// <param name="decide">Gets what is there, or null.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<DocumentChange> ChangeAsync(DocumentKey key, Func<StoredDocument?, DocumentChange> decide, CancellationToken ct);

    /// <summary>Removes all documents of an owner.</summary>
    Task RemoveAllAsync(DocumentKind kind, string owner, CancellationToken ct);
}

/// <summary>Which resource.</summary>
internal enum DocumentKind
{
    /// <summary>State of a person in an activity.</summary>
    State = 1,

    /// <summary>Profile of an activity.</summary>
    ActivityProfile = 2,

    /// <summary>Profile of an agent.</summary>
    AgentProfile = 3,
}

/// <summary>A document's identity.</summary>
/// <param name="Kind">Which resource.</param>
/// <param name="Owner">Whose: activity, agent and registration, as far as the resource has them, as one text.</param>
/// <param name="Id">The stateId or profileId.</param>
internal sealed record DocumentKey(DocumentKind Kind, string Owner, string Id);

/// <summary>A document as it is kept.</summary>
/// <param name="ContentType">As it was sent.</param>
/// <param name="Content">The bytes as they were sent.</param>
/// <param name="ETag">SHA-1 of the content in quotes (3.1 of 1.0.3).</param>
/// <param name="UpdatedAt">UTC.</param>
internal sealed record StoredDocument(string ContentType, byte[] Content, string ETag, DateTimeOffset UpdatedAt);

/// <summary>What becomes of a document.</summary>
internal abstract record DocumentChange
{
    private DocumentChange()
    {
    }

    /// <summary>It is this from now on.</summary>
    public sealed record Write(StoredDocument Document) : DocumentChange;

    /// <summary>It is gone from now on.</summary>
    public sealed record Remove : DocumentChange;

    /// <summary>It stays as it is.</summary>
    public sealed record Refuse(int Status, string Number, string Message) : DocumentChange;
}
