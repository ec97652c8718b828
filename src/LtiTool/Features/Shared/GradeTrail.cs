using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Grades;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A grade and the reasons for it, as people read them.</summary>
/// <param name="Given">Points, as they are stored: the figure that goes to the gradebook.</param>
/// <param name="Maximum">Out of.</param>
/// <param name="Entries">One entry per behaviour.</param>
/// <param name="Names">Names of those who confirmed.</param>
/// <param name="Titles">Titles of the evidence that gave points.</param>
public sealed record GradeTrail(
    double Given, double Maximum, IReadOnlyList<GradeTrailEntry> Entries, IReadOnlyDictionary<Guid, string> Names,
    IReadOnlyDictionary<Guid, string> Titles)
{
    /// <summary>Looks up who confirmed what.</summary>
    /// <param name="db">The database.</param>
    /// <param name="grade">Why the figure is what it is.</param>
    /// <param name="stored">The stored figure, or null before the start.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<GradeTrail> OfAsync(BuddyDbContext db, Grade grade, GradePosting? stored, CancellationToken ct)
    {
        var pieces = grade.Trail.Select(entry => entry.Piece).OfType<LearningBuddy.Shared.Evidence.PieceProgress>().ToList();
        var titles = await EvidenceTitles.OfAsync(db, pieces.Select(piece => piece.Id), ct);
        var people = pieces.Select(piece => piece.Confirmed!.By).ToHashSet();
        var names = people.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.People.AsNoTracking()
                .Where(person => people.Contains(person.Id))
                .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        return new GradeTrail(stored?.Given ?? grade.Given, stored?.Maximum ?? grade.Maximum, grade.Trail, names, titles);
    }
}
