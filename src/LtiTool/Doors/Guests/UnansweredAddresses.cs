using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Forgets addresses at which nobody said yes, with the words that went there and the links that led here; and the words of every
/// invitation once it is settled or over.
/// </summary>
internal sealed class UnansweredAddresses(BuddyDbContext db, WriteGate gate, TimeProvider clock)
{
    /// <summary>Forgets those that were settled long enough ago.</summary>
    /// <returns>Of how many requests something was forgotten.</returns>
    public async Task<int> ForgetAsync(CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        var before = clock.GetUtcNow() - Invitation.AddressKept;
        await db.GuestLinks
            .Where(link => link.PersonId == null && (link.ExpiresAt < before || link.RevokedAt < before))
            .ExecuteDeleteAsync(ct);
        var witnesses = await db.WitnessRequests
            .Where(request => (request.Address != null || request.Words != null)
                && (request.SettledAt < before || request.ExpiresAt < before))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(request => request.Address, (string?)null)
                    .SetProperty(request => request.Words, (string?)null),
                ct);
        var views = await db.ViewRequests
            .Where(request => (request.Address != null || request.Words != null)
                && (request.SettledAt < before || request.ExpiresAt < before))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(request => request.Address, (string?)null)
                    .SetProperty(request => request.Words, (string?)null),
                ct);
        return witnesses + views + await db.Invitations
            .Where(invitation => (invitation.Address != null || invitation.Words != null)
                && (invitation.SettledAt < before || invitation.ExpiresAt < before))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(invitation => invitation.Address, (string?)null)
                    .SetProperty(invitation => invitation.Words, (string?)null),
                ct);
    }
}
