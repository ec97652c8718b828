using System.Buffers.Text;
using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>The tool's key towards push services (RFC 8292): made once, when the first page needs it, and the same on every node.</summary>
internal sealed class PushKeys(BuddyDbContext db, JourneyWriter writer, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("LearningBuddy.PushKey");

    /// <summary>The key; made where there is none.</summary>
    public async Task<PushKey> GetAsync(CancellationToken ct) => await FindAsync(ct) ?? await MakeAsync(ct);

    private async Task<PushKey?> FindAsync(CancellationToken ct) =>
        await db.PushKeys.AsNoTracking().SingleOrDefaultAsync(ct) is { } row
            ? new(row.PublicKey, protector.Unprotect(row.ProtectedKey))
            : null;

    /// <summary>Where another node is faster, the writer looks again and finds its key.</summary>
    private Task<PushKey> MakeAsync(CancellationToken ct) => writer.ChangeAsync(
        Subjects.Work("push key"),
        Actor.Tool,
        async _ =>
        {
            if (await FindAsync(ct) is { } known)
            {
                return known;
            }

            var made = New();
            db.PushKeys.Add(new PushKeyRow { PublicKey = made.Public, ProtectedKey = protector.Protect(made.Private) });
            return made;
        },
        ct);

    private static PushKey New()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = pair.ExportParameters(includePrivateParameters: true);
        return new(Base64Url.EncodeToString([0x04, .. key.Q.X!, .. key.Q.Y!]), Base64Url.EncodeToString(key.D));
    }
}

/// <summary>A pair of keys, each base64url.</summary>
/// <param name="Public">An uncompressed point of P-256: 65 bytes.</param>
/// <param name="Private">32 bytes.</param>
internal sealed record PushKey(string Public, string Private);
