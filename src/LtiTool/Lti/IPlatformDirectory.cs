namespace LearningBuddy.LtiTool.Lti;

/// <summary>Where registrations are kept. Answers may be cached for seconds; writes are seen at once by the node that made them.</summary>
public interface IPlatformDirectory
{
    /// <summary>All registrations of an issuer, at most a few hundred (Canvas: one issuer for all customers).</summary>
    ValueTask<IReadOnlyList<Platform>> FindByIssuerAsync(string issuer, CancellationToken ct);

    /// <summary>The registration with our own key, or null.</summary>
    ValueTask<Platform?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>Inserts a registration, or updates the one with the same issuer and client id; its own key is kept then.</summary>
    /// <param name="platform">The registration; <see cref="Platform.Id"/> counts only for a new one.</param>
    /// <param name="deploymentId">A deployment known already, or null.</param>
    /// <param name="ct">Cancels before the write.</param>
    /// <returns>What is stored now.</returns>
    Task<Platform> SaveAsync(Platform platform, string? deploymentId, CancellationToken ct);

    /// <summary>Lets a registration in, or blocks it. Unknown ones are left alone.</summary>
    Task SetStatusAsync(Guid id, PlatformStatus status, CancellationToken ct);

    /// <summary>Notes why a launch was refused, for the administrator's page. Never throws for an unknown platform.</summary>
    Task NoteRefusalAsync(Guid platformId, string code, CancellationToken ct);
}

/// <summary>The tool's own signing keys. The first is the one to sign with; all of them are published.</summary>
public interface IToolKeyStore
{
    /// <summary>Keys that are published now, newest active first; made on the first call ever.</summary>
    ValueTask<IReadOnlyList<ToolKey>> GetKeysAsync(CancellationToken ct);

    /// <summary>
    /// Adds a key that is published at once and signs after <paramref name="overlap"/>; the one before is retired after another overlap.
    /// </summary>
    Task RotateAsync(TimeSpan overlap, CancellationToken ct);
}

/// <summary>One RSA key of the tool.</summary>
/// <param name="KeyId">The <c>kid</c>; never used for a second key.</param>
/// <param name="PrivateKeyPem">PKCS#8.</param>
/// <param name="SignsFrom">From when on it signs, UTC.</param>
/// <param name="RetiredAt">From when on it is no longer published, or null.</param>
public sealed record ToolKey(string KeyId, string PrivateKeyPem, DateTimeOffset SignsFrom, DateTimeOffset? RetiredAt);
