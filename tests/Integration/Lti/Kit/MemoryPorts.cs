using System.Collections.Concurrent;
using System.Security.Cryptography;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>Registrations in memory.</summary>
internal sealed class MemoryPlatforms : IPlatformDirectory
{
    private readonly ConcurrentDictionary<Guid, Platform> platforms = new();

    public List<(Guid Platform, string Code)> Refusals { get; } = [];

    public List<string> Deployments { get; } = [];

    public ValueTask<IReadOnlyList<Platform>> FindByIssuerAsync(string issuer, CancellationToken ct) =>
        new([.. platforms.Values.Where(platform => platform.Issuer == issuer)]);

    public ValueTask<Platform?> FindAsync(Guid id, CancellationToken ct) => new(platforms.GetValueOrDefault(id));

    public Task<Platform> SaveAsync(Platform platform, string? deploymentId, CancellationToken ct)
    {
        var same = platforms.Values.FirstOrDefault(one => one.Issuer == platform.Issuer && one.ClientId == platform.ClientId);
        var stored = same is null ? platform : platform with { Id = same.Id };
        platforms[stored.Id] = stored;
        if (deploymentId is not null)
        {
            Deployments.Add(deploymentId);
        }

        return Task.FromResult(stored);
    }

    public Task SetStatusAsync(Guid id, PlatformStatus status, CancellationToken ct)
    {
        platforms[id] = platforms[id] with { Status = status };
        return Task.CompletedTask;
    }

    public Task NoteRefusalAsync(Guid platformId, string code, CancellationToken ct)
    {
        Refusals.Add((platformId, code));
        return Task.CompletedTask;
    }

    public int Count => platforms.Count;

    public void Put(Platform platform) => platforms[platform.Id] = platform;

    public void Remove(Guid id) => platforms.TryRemove(id, out _);
}

/// <summary>Admits every launch whose nonce is new and whose deployment is known; keeps it for the test to look at.</summary>
internal sealed class MemoryAdmission : ILaunchAdmission
{
    private readonly ConcurrentDictionary<string, bool> nonces = new();

    public HashSet<string> Deployments { get; } = [];

    public Launch? Last { get; private set; }

    public LaunchBrowser Browser { get; private set; }

    public int Count => nonces.Count;

    public Task<LaunchAdmission> AdmitAsync(Launch launch, LaunchBrowser browser, CancellationToken ct)
    {
        if (!Deployments.Contains(launch.DeploymentId))
        {
            return Task.FromResult<LaunchAdmission>(new LaunchAdmission.UnknownDeployment());
        }

        if (!nonces.TryAdd(launch.Nonce, true))
        {
            return Task.FromResult<LaunchAdmission>(new LaunchAdmission.Replayed());
        }

        Last = launch;
        Browser = browser;
        return Task.FromResult<LaunchAdmission>(browser.AcceptsCookies
            ? new LaunchAdmission.Admitted("/s/handle/", "__Host-lb-s-1", "secret")
            : new LaunchAdmission.Admitted("/s/handle/", null, null));
    }
}

/// <summary>Tool keys in memory; a key is made at the first question.</summary>
internal sealed class MemoryToolKeys(TimeProvider clock) : IToolKeyStore
{
    private readonly List<ToolKey> keys = [];

    public ValueTask<IReadOnlyList<ToolKey>> GetKeysAsync(CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            keys.Add(New(clock.GetUtcNow()));
        }

        var now = clock.GetUtcNow();
        return new([.. keys.Where(key => key.RetiredAt is null || key.RetiredAt > now).OrderByDescending(key => key.SignsFrom)]);
    }

    public Task RotateAsync(TimeSpan overlap, CancellationToken ct)
    {
        var from = clock.GetUtcNow() + overlap;
        keys[^1] = keys[^1] with { RetiredAt = from + overlap };
        keys.Add(New(from));
        return Task.CompletedTask;
    }

    private static ToolKey New(DateTimeOffset signsFrom)
    {
        using var rsa = RSA.Create(2048);
        return new(Guid.NewGuid().ToString("N"), rsa.ExportPkcs8PrivateKeyPem(), signsFrom, null);
    }
}
