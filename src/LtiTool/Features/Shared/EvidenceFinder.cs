using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Finds a piece of evidence together with what this session may do with it.</summary>
internal sealed class EvidenceFinder(BuddyDbContext db, Access access, CurrentSession me)
{
    /// <summary>The piece, or null when there is none or this session may not even see it.</summary>
    public async Task<EvidenceAccess?> FindAsync(Guid evidenceId, CancellationToken ct)
    {
        var found = await (
            from evidence in db.Evidence.Include(evidence => evidence.Versions)
            join participation in db.Participations on evidence.ParticipationId equals participation.Id
            where evidence.Id == evidenceId && participation.JourneyId == me.JourneyId
            select new { evidence, participation }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var relation = await access.RelationToAsync(found.participation, evidenceId, ct);
        var piece = new EvidenceAccess(found.evidence, found.participation, relation);
        return piece.CanSee ? piece : null;
    }
}

/// <summary>A piece of evidence and what may be done with it.</summary>
public sealed record EvidenceAccess(EvidencePiece Evidence, Participation Participation, Relation Relation)
{
    /// <summary>Whether it may be read: a draft by its learner alone.</summary>
    public bool CanSee =>
        Rights.Allow(Relation, Thing.Draft, Right.See) || (Evidence.Revision > 0 && Rights.Allow(Relation, Thing.SentEvidence, Right.See));

    /// <summary>Whether it may be written in.</summary>
    public bool CanWrite => Evidence.CanWrite && Rights.Allow(Relation, Thing.Draft, Right.Write);

    /// <summary>Whether it may be attested.</summary>
    public bool CanAttest =>
        Evidence is { Revision: > 0, State: not EvidenceState.SetAside } && Rights.Allow(Relation, Thing.SentEvidence, Right.Attest);

    /// <summary>Whether it waits for a review by this person.</summary>
    public bool CanReview => Evidence.State == EvidenceState.Submitted && Rights.Allow(Relation, Thing.SentEvidence, Right.Review);

    /// <summary>The version sent last, or null before the first.</summary>
    public EvidenceVersion? Latest => Evidence.Versions.MaxBy(version => version.Revision);
}
