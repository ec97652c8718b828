using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Grading;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A grade and the reasons for it, as people read them.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Names">Names of those who confirmed.</param>
public sealed record GradeTrail(Grade Grade, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>Looks up who confirmed.</summary>
    public static async Task<GradeTrail> OfAsync(BuddyDbContext db, Grade grade, CancellationToken ct)
    {
        var people = grade.Trail.Select(entry => entry.Confirmation?.ActorId).OfType<Guid>().ToHashSet();
        return new GradeTrail(grade, people.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct));
    }
}
