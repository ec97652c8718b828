using System.Globalization;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>
/// What many people look at together is read once for all of them: the version of a board at most once a second on each node, and the
/// board itself once for each version. Two hundred open pages ask the database as often as one does.
/// </summary>
internal sealed class BoardReadings(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>How often a board is looked at.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    /// <summary>Changes whenever somebody begins, chooses or takes back, and when the choice is closed or opened.</summary>
    public Task<string> VersionAsync(Guid journeyId) => OnceAsync((journeyId, "version"), Every * 0.9, () => ReadVersionAsync(journeyId));

    /// <summary>One reading of the board for everybody who sees the same people.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="state">The version it is read for, and the groups that are seen; none for everybody.</param>
    /// <param name="section">The design's part: another design is another board.</param>
    /// <param name="read">Reads it.</param>
    public Task<BoardPicture> SharedAsync(
        Guid journeyId, (string Version, string Groups) state, SprintsSection section, Func<Task<BoardPicture>> read) =>
        OnceAsync((journeyId, state, section), Kept, read);

    /// <inheritdoc />
    public void Dispose() => cache.Dispose();

    /// <summary>Forgets the version, so that whoever just changed the board sees it changed.</summary>
    public void Forget(Guid journeyId) => cache.Remove((journeyId, "version"));

    /// <summary>Those of some learners who are still there: in the course, and not gone from the journey.</summary>
    internal static IQueryable<Participation> Present(BuddyDbContext db, Guid journeyId, IQueryable<Participation> learners)
    {
        var withdrawn = EventTypes.NameOf<JourneyWithdrawn>();
        var active =
            from journey in db.Journeys
            join enrolment in db.Enrolments on journey.CourseId equals enrolment.CourseId
            where journey.Id == journeyId && enrolment.IsActive
            select enrolment.PersonId;
        return learners.Where(one => active.Contains(one.PersonId)
            && !db.Events.Any(row => row.ParticipationId == one.Id && row.Name == withdrawn));
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

    private async Task<string> ReadVersionAsync(Guid journeyId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var people = await Present(db, journeyId, db.Participations.Where(one => one.JourneyId == journeyId)).CountAsync();
        var chosen = await db.SprintChoices.Where(row => row.JourneyId == journeyId).GroupBy(row => row.JourneyId)
            .Select(all => new { Count = all.Count(), Newest = all.Max(row => row.ChosenAt) }).SingleOrDefaultAsync();
        var isClosed = await db.ChoiceLocks.AnyAsync(row => row.JourneyId == journeyId);
        return string.Create(
            CultureInfo.InvariantCulture, $"{people}-{chosen?.Count ?? 0}-{chosen?.Newest.UtcTicks ?? 0:x}-{(isClosed ? 1 : 0)}");
    }
}
