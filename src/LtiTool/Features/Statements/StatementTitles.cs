using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Questions;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Profile;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>
/// What evidence and questions are called on the page of statements: statements name them by a number that tells rows of a chart apart,
/// people by their words. Whoever may not read those words reads what kind of thing it is.
/// </summary>
public sealed class StatementTitles(BuddyDbContext db, CurrentSession me, Localizer texts, IOptions<LearningBuddyOptions> options)
{
    /// <summary>Names by IRI of everything of these kinds that the statements are about.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(IReadOnlyList<StoredStatement> statements, CancellationToken ct)
    {
        var root = ActivityIris.Root(options.Value.PublicUrl);
        var things = statements.Select(ObjectOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        Name(IdsIn(things, root + "evidence/"), await EvidenceAsync(things, root, ct), texts.Plain("statements.some-evidence"), titles);
        Name(IdsIn(things, root + "questions/"), await QuestionsAsync(things, root, ct), texts.Plain("statements.some-question"), titles);
        return titles;
    }

    private static void Name(
        IReadOnlyDictionary<Guid, string> iris, IReadOnlyDictionary<Guid, string> known, string kind, Dictionary<string, string> titles)
    {
        foreach (var (id, iri) in iris)
        {
            titles[iri] = known.GetValueOrDefault(id) is { Length: > 0 } title ? title : kind;
        }
    }

    private static Dictionary<Guid, string> IdsIn(IEnumerable<string> things, string collection) => things
        .Where(iri => iri.StartsWith(collection, StringComparison.Ordinal) && Guid.TryParse(iri.AsSpan(collection.Length), out _))
        .DistinctBy(iri => Guid.Parse(iri.AsSpan(collection.Length)))
        .ToDictionary(iri => Guid.Parse(iri.AsSpan(collection.Length)));

    private static string? ObjectOf(StoredStatement stored)
    {
        using var document = JsonDocument.Parse(stored.Payload);
        return document.RootElement.GetProperty("object").TryGetProperty("id", out var id) ? id.GetString() : null;
    }

    /// <summary>Of the own pieces, and to whoever facilitates of all that were sent.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> EvidenceAsync(List<string> things, string root, CancellationToken ct)
    {
        var ids = IdsIn(things, root + "evidence/").Keys.ToList();
        var sent = db.Evidence.Where(piece => ids.Contains(piece.Id) && piece.Revision > 0);
        sent = me.IsFacilitator
            ? sent.Where(piece => Groups.Counted(db, me, me.JourneyId!.Value).Any(learner => learner.Id == piece.ParticipationId))
            : sent.Where(piece => piece.ParticipationId == me.ParticipationId);
        return await EvidenceTitles.OfAsync(db, await sent.Select(piece => piece.Id).ToListAsync(ct), ct);
    }

    /// <summary>Of the own questions and those that everybody may read, and to whoever facilitates of all.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> QuestionsAsync(List<string> things, string root, CancellationToken ct)
    {
        var ids = IdsIn(things, root + "questions/").Keys.ToList();
        return await db.Questions
            .Where(one => ids.Contains(one.Id) && one.JourneyId == me.JourneyId
                && (me.IsFacilitator || one.ParticipationId == me.ParticipationId || one.Audience == QuestionAudience.Everybody))
            .ToDictionaryAsync(one => one.Id, one => one.Text, ct);
    }
}
