using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>The one place that answers: what may this session do with this thing?</summary>
internal sealed class Access(BuddyDbContext db, SessionQueries queries, CurrentSession me)
{
    /// <summary>A piece of evidence with what this session may do with it, or null when it may not even see it.</summary>
    public async Task<EvidenceAccess?> ToEvidenceAsync(Guid evidenceId, CancellationToken ct)
    {
        var found = await (
            from evidence in db.Evidence.Include(evidence => evidence.Versions)
            join participation in db.Participations on evidence.ParticipationId equals participation.Id
            where evidence.Id == evidenceId && participation.JourneyId == me.JourneyId
            select new { evidence, participation }).AsSplitQuery().SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var relation = await RelationToAsync(found.participation, ct);
        var isShared = found.evidence.Revision > 0;
        return relation switch
        {
            Relation.Own => new(found.evidence, found.participation, relation, CanWrite: found.evidence.CanWrite),
            Relation.Buddy when isShared => new(found.evidence, found.participation, relation, CanAttest: true),
            Relation.Facilitator when isShared => new(found.evidence, found.participation, relation, CanReview: found.evidence.State == EvidenceState.Submitted),
            _ => null,
        };
    }

    /// <summary>A learner's participation, or null when this session may not see it.</summary>
    public async Task<ParticipationAccess?> ToParticipationAsync(Guid participationId, CancellationToken ct)
    {
        var participation = await db.Participations.SingleOrDefaultAsync(p => p.Id == participationId && p.JourneyId == me.JourneyId, ct);
        return participation is not null && await RelationToAsync(participation, ct) is var relation and not Relation.None
            ? new(participation, relation)
            : null;
    }

    /// <summary>The person's own participation in this journey, or null before the start.</summary>
    public Task<Participation?> OwnAsync() => queries.Participation(db, me.JourneyId, me.PersonId);

    private async Task<Relation> RelationToAsync(Participation participation, CancellationToken ct)
    {
        if (participation.PersonId == me.PersonId)
        {
            return Relation.Own;
        }

        if (me.IsFacilitator)
        {
            return Relation.Facilitator;
        }

        return await db.BuddyPairs.AnyAsync(
            pair => pair.ParticipationId == participation.Id && pair.BuddyId == me.PersonId && pair.State == BuddyPairState.Active, ct)
            ? Relation.Buddy
            : Relation.None;
    }
}

/// <summary>What somebody is to a learner.</summary>
public enum Relation
{
    /// <summary>Nobody in particular.</summary>
    None,

    /// <summary>The learner.</summary>
    Own,

    /// <summary>The learning buddy.</summary>
    Buddy,

    /// <summary>Facilitates the journey.</summary>
    Facilitator,
}

/// <summary>A piece of evidence and what may be done with it.</summary>
public sealed record EvidenceAccess(
    PracticeEvidence Evidence, Participation Participation, Relation Relation, bool CanWrite = false, bool CanAttest = false, bool CanReview = false);

/// <summary>A participation and what somebody is to it.</summary>
public sealed record ParticipationAccess(Participation Participation, Relation Relation);
