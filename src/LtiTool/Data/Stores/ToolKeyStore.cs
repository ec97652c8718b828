using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Data.Stores;

/// <summary>The tool's signing keys in the database, remembered for a minute.</summary>
internal sealed class ToolKeyStore(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock) : IToolKeyStore
{
    private (IReadOnlyList<ToolKey> Keys, DateTimeOffset Until) remembered = ([], DateTimeOffset.MinValue);

    public async ValueTask<IReadOnlyList<ToolKey>> GetKeysAsync(CancellationToken ct)
    {
        var (keys, until) = remembered;
        if (keys.Count > 0 && until > clock.GetUtcNow())
        {
            return keys;
        }

        using var turn = await gate.EnterAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        if (!await db.ToolKeys.AnyAsync(ct))
        {
            db.ToolKeys.Add(MakeKey(clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        var now = clock.GetUtcNow();
        var rows = await db.ToolKeys.AsNoTracking().Where(row => row.RetiredAt == null || row.RetiredAt > now).ToListAsync(ct);
        var published = rows
            .OrderByDescending(row => row.SignsFrom <= now)
            .ThenByDescending(row => row.SignsFrom)
            .Select(row => new ToolKey(row.KeyId, row.PrivateKeyPem, row.SignsFrom, row.RetiredAt))
            .ToList();
        remembered = (published, now.AddMinutes(1));
        return published;
    }

    public async Task RotateAsync(TimeSpan overlap, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var signsFrom = clock.GetUtcNow() + overlap;
        await db.ToolKeys
            .Where(row => row.RetiredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RetiredAt, signsFrom + overlap), ct);
        db.ToolKeys.Add(MakeKey(signsFrom));
        await db.SaveChangesAsync(ct);
        remembered = ([], DateTimeOffset.MinValue);
    }

    private static ToolKeyRow MakeKey(DateTimeOffset signsFrom)
    {
        using var rsa = RSA.Create(2048);
        return new ToolKeyRow
        {
            KeyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)),
            PrivateKeyPem = rsa.ExportPkcs8PrivateKeyPem(),
            SignsFrom = signsFrom,
        };
    }
}
