using LearningBuddy.LtiTool.Data;
using Microsoft.Extensions.Caching.Memory;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// What many people look at together is read once for all of them: its version at most once a second on each node, and the thing itself
/// once for each version. Two hundred open pages ask the database as often as one does.
/// </summary>
internal sealed class SharedReadings(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>How often a version is looked at.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    /// <summary>The version of something: another whenever it changes, and the same on every node.</summary>
    /// <param name="of">What.</param>
    /// <param name="read">Reads it, in a scope of its own.</param>
    public Task<string> VersionAsync(object of, Func<BuddyDbContext, Task<string>> read) =>
        OnceAsync((of, "version"), Every * 0.9, () => ReadAsync(read));

    /// <summary>One reading for everybody who sees the same.</summary>
    /// <param name="key">What it is a reading of, with its version.</param>
    /// <param name="read">Reads it.</param>
    public Task<T> SharedAsync<T>(object key, Func<Task<T>> read) => OnceAsync(key, Kept, read);

    /// <summary>Forgets a version, so that whoever just changed the thing sees it changed.</summary>
    public void Forget(object of) => cache.Remove((of, "version"));

    /// <inheritdoc />
    public void Dispose() => cache.Dispose();

    private async Task<T> ReadAsync<T>(Func<BuddyDbContext, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<BuddyDbContext>());
    }

    private async Task<T> OnceAsync<T>(object key, TimeSpan kept, Func<Task<T>> read)
    {
        var reading = cache.GetOrCreate(key, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = kept;
            return new Lazy<Task<T>>(read);
        })!;
        try
        {
            return await reading.Value;
        }
        catch
        {
            // What failed is tried again by the next who asks.
            cache.Remove(key);
            throw;
        }
    }
}
