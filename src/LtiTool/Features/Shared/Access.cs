using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// What this session's person is to a learner. The finder of each kind of thing asks here; what a relation gives is in
/// <see cref="Rights"/>.
/// </summary>
internal sealed class Access(BuddyDbContext db, SessionQueries queries, CurrentSession me)
{
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

    /// <summary>The person's own participation in this journey, or null before the start.</summary>
    public Task<Participation?> OwnAsync() => queries.Participation(db, me.JourneyId, me.PersonId);

    /// <summary>What this person is to a learner: themselves, a facilitator, the buddy, or a visitor.</summary>
    public Task<Relation> RelationToAsync(Participation participation, CancellationToken ct) => RelationAsync(participation, null, ct);

    /// <summary>The same for one of the learner's pieces of evidence: somebody may have been asked about this one alone.</summary>
    public Task<Relation> RelationToAsync(Participation participation, Guid evidenceId, CancellationToken ct) =>
        RelationAsync(participation, evidenceId, ct);

    private async Task<Relation> RelationAsync(Participation participation, Guid? evidenceId, CancellationToken ct)
    {
        if (me.IsGuest)
        {
            return await RelationOfGuestAsync(participation, evidenceId, ct);
        }

        if (participation.PersonId == me.PersonId)
        {
            return Relation.Self;
        }

        if (me.IsFacilitator && (Groups.SeenBy(db, me) is not { } seen || await seen.ContainsAsync(participation.Id, ct)))
        {
            return Relation.Facilitator;
        }

        var parts = await (
            from theirs in db.Groups
            join member in db.Memberships on theirs.Id equals member.GroupId
            where theirs.OwnerId == participation.Id && member.PersonId == me.PersonId && member.State == MembershipState.Active
            select new { theirs.Kind, member.Part }).ToListAsync(ct);
        return parts.Select(part => Rights.InGroup(part.Kind, part.Part)).Append(Relation.Visitor).Max();
    }

    /// <summary>
    /// What a guest is to a learner by what they were asked for, and by nothing else: whoever they are in the course, or to other learners,
    /// their mailbox alone has opened this session.
    /// </summary>
    private async Task<Relation> RelationOfGuestAsync(Participation participation, Guid? evidenceId, CancellationToken ct) =>
        me.GuestScope switch
        {
            { Purpose: GuestPurpose.Buddy } scope when await IsBuddyAsync(scope.SubjectId, participation, ct) => Relation.Buddy,
            { Purpose: GuestPurpose.Witness } scope
                when evidenceId is { } piece && await IsWitnessAsync(scope.SubjectId, participation, piece, ct) => Relation.Witness,
            { Purpose: GuestPurpose.View } scope when await IsViewerAsync(scope.SubjectId, participation, ct) => Relation.Viewer,
            _ => Relation.Visitor,
        };

    private Task<bool> IsBuddyAsync(Guid pairId, Participation participation, CancellationToken ct) => (
        from pair in db.Groups
        join member in db.Memberships on pair.Id equals member.GroupId
        where pair.Id == pairId && pair.OwnerId == participation.Id && pair.Kind == GroupKind.BuddyPair
            && member.PersonId == me.PersonId && member.Part == GroupPart.Buddy && member.State == MembershipState.Active
        select pair).AnyAsync(ct);

    private Task<bool> IsWitnessAsync(Guid requestId, Participation participation, Guid evidenceId, CancellationToken ct) =>
        db.WitnessRequests.AnyAsync(
            request => request.Id == requestId && request.ParticipationId == participation.Id && request.EvidenceId == evidenceId
                && request.PersonId == me.PersonId && request.State == WitnessState.Accepted,
            ct);

    private Task<bool> IsViewerAsync(Guid requestId, Participation participation, CancellationToken ct) => db.ViewRequests.AnyAsync(
        request => request.Id == requestId && request.ParticipationId == participation.Id && request.PersonId == me.PersonId
            && request.State == ViewRequestState.Accepted,
        ct);
}

/// <summary>A participation and what somebody is to it.</summary>
public sealed record ParticipationAccess(Participation Participation, Relation Relation);
