using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>
/// A request that a device may send again, since it never learned whether the one before arrived: what it changes is changed once. The key
/// commits with the change, so that neither a crash nor two tabs can do it twice.
/// </summary>
public sealed class OnlyOnce(BuddyDbContext db)
{
    /// <summary>Longer than a device keeps what it could not send.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    private (Guid PersonId, string Key)? asked;

    /// <summary>The next change of this request is to be made once.</summary>
    /// <param name="personId">Whose key it is.</param>
    /// <param name="key">What the sender calls this change.</param>
    public void Ask(Guid personId, string key) => asked = (personId, key);

    /// <summary>Whether the change that this request asks for was made before.</summary>
    public async Task<bool> IsDoneAsync(CancellationToken ct) =>
        asked is var (personId, key) && await db.UsedNonces.AnyAsync(used => used.OwnerId == personId && used.Nonce == key, ct);

    /// <summary>Does what comes first in a request and may be done again: the key is left for the change that follows.</summary>
    public async Task<T> BeforeAsync<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var left = asked;
        asked = null;
        try
        {
            return await work();
        }
        finally
        {
            asked = left;
        }
    }

    /// <summary>Takes the key within the change's own transaction.</summary>
    /// <exception cref="DoneBeforeException">The change was made before.</exception>
    internal async Task TakeAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (asked is not var (personId, key))
        {
            return;
        }

        if (await db.UsedNonces.AnyAsync(used => used.OwnerId == personId && used.Nonce == key, ct))
        {
            throw new DoneBeforeException();
        }

        db.UsedNonces.Add(new UsedNonceRow { OwnerId = personId, Nonce = key, ExpiresAt = now + Kept });
    }

    /// <summary>The change was made: another one of the same request is another one.</summary>
    internal void Settle() => asked = null;
}

/// <summary>A change that was to be made once was made before: nothing is done now.</summary>
public sealed class DoneBeforeException : Exception;
