namespace LearningBuddy.XApi.Lrs.Access;

/// <summary>The table of credentials in the record store's database.</summary>
internal interface ICredentialTable
{
    Task<StoredCredential?> FindAsync(string key, CancellationToken ct);

    Task AddAsync(StoredCredential credential, CancellationToken ct);

    /// <summary>Marks as revoked; false if there is no such key, or it was revoked before.</summary>
    Task<bool> RevokeAsync(string key, DateTimeOffset at, CancellationToken ct);

    Task<IReadOnlyList<StoredCredential>> ListAsync(CancellationToken ct);
}

/// <summary>A row of it.</summary>
internal sealed record StoredCredential(LrsCredentialRow Row, byte[] Salt, byte[] Hash);
