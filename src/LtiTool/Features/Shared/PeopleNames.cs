using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>What people are called; each is read once for a page.</summary>
internal sealed class PeopleNames(BuddyDbContext db)
{
    private readonly Dictionary<Guid, string?> known = [];

    /// <summary>The name, or null when there is no such person.</summary>
    public async Task<string?> OfAsync(Guid? id)
    {
        if (id is not { } personId)
        {
            return null;
        }

        if (!known.TryGetValue(personId, out var name))
        {
            known[personId] = name = (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == personId))?.DisplayName;
        }

        return name;
    }
}
