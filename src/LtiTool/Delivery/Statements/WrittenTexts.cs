using System.Collections.Frozen;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Looks up the words that events name. What was just written is found too, before it is saved.</summary>
internal sealed class WrittenTexts(BuddyDbContext db)
{
    private static readonly FrozenDictionary<TextKind, Func<BuddyDbContext, TextRef, CancellationToken, ValueTask<string?>>> Places =
        new Dictionary<TextKind, Func<BuddyDbContext, TextRef, CancellationToken, ValueTask<string?>>>
        {
            [TextKind.EvidenceTitle] = async (db, text, ct) => (await Version(db, text, ct))?.Text.Title,
            [TextKind.FileName] = async (db, text, ct) => (await Version(db, text, ct))?.Text.Files.ElementAtOrDefault(text.Index)?.Name,
            [TextKind.ReviewComment] = async (db, text, ct) => (await db.FindAsync<Review>([text.Id], ct))?.Text.Comment,

            // Read by learner and facilitator here; what leaves the tool is that it was attested.
            [TextKind.Attestation] = (_, _, _) => new((string?)null),
            [TextKind.Answer] = async (db, text, ct) => (await db.FindAsync<Answer>([text.Id], ct))?.Text,
        }.ToFrozenDictionary();

    /// <summary>The words, as far as they are still kept.</summary>
    public async Task<IReadOnlyDictionary<TextRef, string>> ReadAsync(IEnumerable<RecordedEvent> events, CancellationToken ct)
    {
        var words = new Dictionary<TextRef, string>();
        foreach (var text in events.SelectMany(recorded => recorded.What.Texts).Distinct())
        {
            if (Places.TryGetValue(text.Kind, out var place) && await place(db, text, ct) is { Length: > 0 } found)
            {
                words[text] = found;
            }
        }

        return words;
    }

    private static ValueTask<EvidenceVersion?> Version(BuddyDbContext db, TextRef text, CancellationToken ct) =>
        db.FindAsync<EvidenceVersion>([text.Id, text.Revision], ct);
}
