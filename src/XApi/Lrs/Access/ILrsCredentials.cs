namespace LearningBuddy.XApi.Lrs.Access;

/// <summary>Who may use the record store: credentials of the settings, and those made and revoked while it runs.</summary>
public interface ILrsCredentials
{
    /// <summary>The credential with this key and secret, or null. Compared in constant time; answers are remembered for a minute.</summary>
    Task<LrsCredential?> FindAsync(string key, string secret, CancellationToken ct);

    /// <summary>Makes a credential. Its secret is told now and never again; only a hash is kept.</summary>
    /// <param name="name">What it is for, in people's words.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="ct">Stops waiting.</param>
    Task<NewLrsCredential> CreateAsync(string name, LrsScopes scopes, CancellationToken ct);

    /// <summary>
    /// Ends a credential: refused from now on, at other nodes within a minute. Its statements stay. False if there is no such key.
    /// </summary>
    Task<bool> RevokeAsync(string key, CancellationToken ct);

    /// <summary>All that were made, the newest first; those of the settings are not among them.</summary>
    Task<IReadOnlyList<LrsCredentialRow>> ListAsync(CancellationToken ct);
}

/// <summary>A credential that was just made.</summary>
public sealed record NewLrsCredential(string Key, string Secret);

/// <summary>A credential as an administrator sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="RevokedAt">UTC, or null while it is good.</param>
public sealed record LrsCredentialRow(string Key, string Name, LrsScopes Scopes, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
