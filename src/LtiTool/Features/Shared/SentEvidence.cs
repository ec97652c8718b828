using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Evidence;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A piece of evidence as others see it in a list: by what was sent last, never by what is being written.</summary>
/// <param name="Id">The piece.</param>
/// <param name="ParticipationId">Whose.</param>
/// <param name="Title">First words of the last version.</param>
/// <param name="SentAt">When it was sent, UTC.</param>
/// <param name="State">Where it stands.</param>
public sealed record SentEvidence(Guid Id, Guid ParticipationId, string Title, DateTimeOffset SentAt, EvidenceState State)
{
    /// <summary>Keys of the behaviours it is meant to show.</summary>
    public IReadOnlyList<string> BehaviourIds { get; init; } = [];

    /// <summary>What these learners sent, newest first.</summary>
    public static Task<IReadOnlyList<SentEvidence>> OfAsync(
        BuddyDbContext db, IReadOnlyCollection<Guid> participations, int most, CancellationToken ct) =>
        OfAsync(db, db.Evidence.Where(piece => participations.Contains(piece.ParticipationId)), most, ct);

    /// <summary>One piece; nothing before it was sent.</summary>
    public static Task<IReadOnlyList<SentEvidence>> OfOneAsync(BuddyDbContext db, Guid id, CancellationToken ct) =>
        OfAsync(db, db.Evidence.Where(piece => piece.Id == id), 1, ct);

    private static async Task<IReadOnlyList<SentEvidence>> OfAsync(
        BuddyDbContext db, IQueryable<EvidencePiece> pieces, int most, CancellationToken ct)
    {
        var rows = await (
            from piece in pieces
            join version in db.Set<EvidenceVersion>()
                on new { EvidenceId = piece.Id, piece.Revision } equals new { version.EvidenceId, version.Revision }
            orderby version.SubmittedAt descending
            select new { piece.Id, piece.ParticipationId, version.Text, version.SubmittedAt, piece.State })
            .AsNoTracking().Take(most).ToListAsync(ct);
        return rows.ConvertAll(row => new SentEvidence(row.Id, row.ParticipationId, row.Text.Title, row.SubmittedAt, row.State)
        {
            BehaviourIds = row.Text.BehaviourIds,
        });
    }
}
