using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>
/// Somebody outside the course is asked to be a learning buddy: the same invitation, pair and number of learners as for people of the
/// course. A link is about the pair.
/// </summary>
internal sealed class BuddyGuests(BuddyDbContext db, JourneyWriter writer, DesignLibrary designs, TimeProvider clock) : IGuestPurpose
{
    /// <inheritdoc />
    public GuestPurpose Purpose => GuestPurpose.Buddy;

    /// <inheritdoc />
    public async Task<GuestAsk?> FindAsync(Guid subjectId, CancellationToken ct)
    {
        var found = await (
            from pair in db.Groups
            join invitation in db.Invitations on pair.Id equals invitation.GroupId
            join participation in db.Participations on pair.OwnerId equals participation.Id
            join learner in db.People on participation.PersonId equals learner.Id
            join journey in db.Journeys on pair.JourneyId equals journey.Id
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            where pair.Id == subjectId && pair.Kind == GroupKind.BuddyPair && platform.Status != PlatformStatus.Blocked
            select new { pair, invitation, participation, learner, journey }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found?.journey.DesignId is not { } designId)
        {
            return null;
        }

        var design = await designs.GetAsync(db, designId, found.journey.DesignNumber, ct);
        var (invited, asking) = (found.invitation, found.learner);
        return design.Find<BuddiesSection>() is null
            ? null
            : new GuestAsk(
                new(GuestPurpose.Buddy, subjectId, found.journey.Id), StateOf(invited, found.pair),
                new(found.participation.Id, asking.Id, asking.DisplayName), design)
            {
                Texts = GuestTexts.Buddy,
                Words = invited.Words ?? "",
                Address = invited.Address,
                IsAddressRefused = invited.IsAddressRefused,
                Until = invited.ExpiresAt,
                IsReminded = invited.State == InvitationState.Reminded,
                GuestId = invited.GuestId,
            };
    }

    /// <inheritdoc />
    public async Task<bool> AcceptAsync(Guid subjectId, Guid personId, JourneyChange change, CancellationToken ct)
    {
        if (await FindAsync(subjectId, change, ct) is not var (pair, learner) || pair.LearnerId == personId
            || await BuddyCapacity.IsFullAsync(db, pair.Group.JourneyId, personId, learner.Design, ct)
            || !pair.Invitation.Accept(personId, change.Now) || !pair.Group.Join(personId, GroupPart.Buddy, change.Now))
        {
            return false;
        }

        change.Happened(learner.Participation.Id, new BuddyAccepted(subjectId, pair.Invitation.EventId));
        return true;
    }

    /// <inheritdoc />
    public async Task<bool> DeclineAsync(Guid subjectId, string? reason, JourneyChange change, CancellationToken ct)
    {
        if (await FindAsync(subjectId, change, ct) is not var (pair, learner)
            || !pair.Invitation.Decline(pair.Invitation.GuestId, reason, change.Now) || !pair.Group.End(change.Now))
        {
            return false;
        }

        change.Happened(learner.Participation.Id, new BuddyDeclined(subjectId, pair.Invitation.EventId));
        return true;
    }

    /// <inheritdoc />
    public async Task<bool> LeaveAsync(Guid subjectId, Guid personId, JourneyChange change, CancellationToken ct)
    {
        if (await FindAsync(subjectId, change, ct) is not var (pair, _)
            || pair.Group.Present.All(member => member.PersonId != personId || member.Part != GroupPart.Buddy))
        {
            return false;
        }

        return await PairEnd.EndAsync(db, pair.Group, change, ct);
    }

    /// <inheritdoc />
    public Task RefuseAddressAsync(Guid subjectId, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None,
        Actor.Tool,
        async _ =>
        {
            (await db.Invitations.SingleOrDefaultAsync(invitation => invitation.GroupId == subjectId, ct))?.RefuseAddress();
            return true;
        },
        ct);

    private GuestAskState StateOf(Invitation invitation, Group pair) => invitation.State switch
    {
        _ when invitation.IsOpen(clock.GetUtcNow()) => GuestAskState.Open,
        InvitationState.Accepted when pair.State == GroupState.Active => GuestAskState.Accepted,
        InvitationState.Declined => GuestAskState.Declined,
        _ => GuestAskState.Over,
    };

    private async Task<PairOfLearner?> FindAsync(Guid subjectId, JourneyChange change, CancellationToken ct) =>
        await BuddyPair.FindAsync(db, subjectId, ct) is { } pair && change.Learner(pair.Group.OwnerId!.Value) is { } learner
            && learner.Design.Find<BuddiesSection>() is not null
            ? new(pair, learner)
            : null;

    /// <summary>A pair, and its learner as the change loaded them.</summary>
    private sealed record PairOfLearner(BuddyPair Pair, LearnerState Learner);
}
