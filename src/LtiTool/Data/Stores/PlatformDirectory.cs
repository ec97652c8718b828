using System.Collections.Concurrent;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Data.Stores;

/// <summary>Registrations in the database, remembered for ten seconds: a launch then asks no question about its platform.</summary>
internal sealed class PlatformDirectory(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock) : IPlatformDirectory
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (Platform? Platform, DateTimeOffset Until)> byId = new();
    private readonly ConcurrentDictionary<string, (IReadOnlyList<Platform> Platforms, DateTimeOffset Until)> byIssuer = new();

    public async ValueTask<IReadOnlyList<Platform>> FindByIssuerAsync(string issuer, CancellationToken ct)
    {
        if (byIssuer.TryGetValue(issuer, out var known) && known.Until > clock.GetUtcNow())
        {
            return known.Platforms;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var rows = await db.Platforms.AsNoTracking().Where(row => row.Issuer == issuer).OrderBy(row => row.Id).Take(1000).ToListAsync(ct);
        IReadOnlyList<Platform> platforms = [.. rows.Select(row => row.ToPlatform())];
        if (platforms.Count > 0)
        {
            byIssuer[issuer] = (platforms, clock.GetUtcNow() + Remembered);
        }

        return platforms;
    }

    public async ValueTask<Platform?> FindAsync(Guid id, CancellationToken ct)
    {
        if (byId.TryGetValue(id, out var known) && known.Until > clock.GetUtcNow())
        {
            return known.Platform;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var row = await db.Platforms.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        if (row is not null)
        {
            byId[id] = (row.ToPlatform(), clock.GetUtcNow() + Remembered);
        }

        return row?.ToPlatform();
    }

    public async Task<Platform> SaveAsync(Platform platform, string? deploymentId, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        try
        {
            return await StoreAsync(platform, deploymentId, ct);
        }
        catch (DbUpdateException raced) when (UniqueViolation.Is(raced))
        {
            // The same client registered at the same moment, perhaps at another node: now there is a row to bring up to date.
            return await StoreAsync(platform, deploymentId, ct);
        }
    }

    private async Task<Platform> StoreAsync(Platform platform, string? deploymentId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var row = await db.Platforms.FirstOrDefaultAsync(row => row.Issuer == platform.Issuer && row.ClientId == platform.ClientId, ct);
        if (row is null)
        {
            row = new PlatformRow
            {
                Id = platform.Id,
                Issuer = platform.Issuer,
                ClientId = platform.ClientId,
                Status = platform.Status,
                RegisteredAt = clock.GetUtcNow(),
            };
            db.Platforms.Add(row);
        }

        row.Update(platform);
        if (deploymentId is not null && !await db.Deployments.AnyAsync(d => d.PlatformId == row.Id && d.DeploymentId == deploymentId, ct))
        {
            db.Deployments.Add(new DeploymentRow { PlatformId = row.Id, DeploymentId = deploymentId, FirstSeenAt = clock.GetUtcNow() });
        }

        await db.SaveChangesAsync(ct);
        Forget();
        return row.ToPlatform();
    }

    public async Task SetStatusAsync(Guid id, PlatformStatus status, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        await db.Platforms.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, status), ct);
        Forget();
    }

    public async Task NoteRefusalAsync(Guid platformId, string code, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var now = clock.GetUtcNow();
        await db.Platforms.Where(row => row.Id == platformId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LastRefusal, code).SetProperty(row => row.LastRefusalAt, now), ct);
    }

    /// <summary>Makes the next question go to the database.</summary>
    private void Forget()
    {
        byId.Clear();
        byIssuer.Clear();
    }
}
