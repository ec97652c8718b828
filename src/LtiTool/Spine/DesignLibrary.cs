using System.Collections.Concurrent;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Versions of designs, remembered: they never change, and are large.</summary>
public sealed class DesignLibrary
{
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<(Guid DesignId, int Number), JourneyDesign> known = new();

    /// <summary>A version that is remembered, or null.</summary>
    public JourneyDesign? Find(Guid designId, int number) => known.GetValueOrDefault((designId, number));

    /// <summary>A version.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async ValueTask<JourneyDesign> GetAsync(BuddyDbContext db, Guid designId, int number, CancellationToken ct) =>
        Find(designId, number) ?? Remember(designId, number, await db.DesignVersions.AsNoTracking()
            .Where(version => version.DesignId == designId && version.Number == number)
            .Select(version => version.Content)
            .SingleAsync(ct));

    /// <summary>Remembers a version that was read.</summary>
    public JourneyDesign Remember(Guid designId, int number, JourneyDesign design)
    {
        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        return known.GetOrAdd((designId, number), design);
    }
}
