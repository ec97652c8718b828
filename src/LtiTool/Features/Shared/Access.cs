using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// The one place that answers: what may this session do with this thing? It finds the relation; what the
/// relation gives is in <see cref="Rights"/>.
/// </summary>
internal sealed class Access(BuddyDbContext db, SessionQueries queries, CurrentSession me)
{
    /// <summary>A piece of evidence with what this session may do with it, or null when it may not even see it.</summary>
    public async Task<EvidenceAccess?> ToEvidenceAsync(Guid evidenceId, CancellationToken ct)
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

        var access = new EvidenceAccess(found.evidence, found.participation, await RelationToAsync(found.participation, ct));
        return access.CanSee ? access : null;
    }

    /// <summary>A learner's participation, or null when this session may not see it.</summary>
    public async Task<ParticipationAccess?> ToParticipationAsync(Guid participationId, CancellationToken ct)
    {
        var participation = await db.Participations.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == participationId && p.JourneyId == me.JourneyId, ct);
        return participation is not null && await RelationToAsync(participation, ct) is var relation
            && Rights.Allow(relation, Thing.Participation, Right.See)
            ? new(participation, relation)
            : null;
    }

    /// <summary>A question with what this session may do with it, or null when it may not even see it.</summary>
    public async Task<QuestionAccess?> ToQuestionAsync(Guid questionId, CancellationToken ct)
    {
        var found = await (
            from question in db.Questions
            join participation in db.Participations on question.ParticipationId equals participation.Id
            where question.Id == questionId && question.JourneyId == me.JourneyId
            select new { question, participation }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var relation = await RelationToAsync(found.participation, ct) switch
        {
            Relation.Self => Relation.Self,
            Relation.Facilitator => Relation.Facilitator,
            _ when found.question.Audience == QuestionAudience.Everybody => Relation.Addressee,
            var other => other,
        };
        return Rights.Allow(relation, Thing.Question, Right.See) ? new(found.question, found.participation, relation) : null;
    }

    /// <summary>The person's own participation in this journey, or null before the start.</summary>
    public Task<Participation?> OwnAsync() => queries.Participation(db, me.JourneyId, me.PersonId);

    private async Task<Relation> RelationToAsync(Participation participation, CancellationToken ct)
    {
        if (participation.PersonId == me.PersonId)
        {
            return Relation.Self;
        }

        if (me.IsFacilitator)
        {
            return Relation.Facilitator;
        }

        var isBuddy = await (
            from pair in db.Groups
            join member in db.Memberships on pair.Id equals member.GroupId
            where pair.OwnerId == participation.Id && pair.Kind == GroupKind.BuddyPair && member.PersonId == me.PersonId
                && member.Part == GroupPart.Buddy && member.State == MembershipState.Active
            select member).AnyAsync(ct);
        return isBuddy ? Relation.Buddy : Relation.Visitor;
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
    public bool CanAttest => Evidence.Revision > 0 && Rights.Allow(Relation, Thing.SentEvidence, Right.Attest);

    /// <summary>Whether it waits for a review by this person.</summary>
    public bool CanReview => Evidence.State == EvidenceState.Submitted && Rights.Allow(Relation, Thing.SentEvidence, Right.Review);

    /// <summary>The version sent last, or null before the first.</summary>
    public EvidenceVersion? Latest => Evidence.Versions.MaxBy(version => version.Revision);
}

/// <summary>A participation and what somebody is to it.</summary>
public sealed record ParticipationAccess(Participation Participation, Relation Relation);

/// <summary>A question and what somebody is to it.</summary>
public sealed record QuestionAccess(Question Question, Participation Participation, Relation Relation)
{
    /// <summary>Whether it may be answered.</summary>
    public bool CanAnswer => Rights.Allow(Relation, Thing.Question, Right.Answer);

    /// <summary>Whether it is one's own.</summary>
    public bool IsOwn => Relation == Relation.Self;
}
