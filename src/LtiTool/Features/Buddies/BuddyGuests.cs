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
    public async Task<GuestAsk?> FindAsync(Guid subjectId, CancellationToken ct) => (await FindAsync([subjectId], ct)).SingleOrDefault();

    /// <summary>What was asked of several, read at once; those of a journey without the theme are left out.</summary>
    public async Task<IReadOnlyList<GuestAsk>> FindAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var rows = await (
            from pair in db.Groups
            join invitation in db.Invitations on pair.Id equals invitation.GroupId
            join participation in db.Participations on pair.OwnerId equals participation.Id
            join learner in db.People on participation.PersonId equals learner.Id
            join journey in db.Journeys on pair.JourneyId equals journey.Id
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            where subjects.Contains(pair.Id) && pair.Kind == GroupKind.BuddyPair && platform.Status != PlatformStatus.Blocked
            select new { pair, invitation, participation, learner, journey }).AsNoTracking().ToListAsync(ct);
        var asks = new List<GuestAsk>();
        foreach (var row in rows)
        {
            // Designs are remembered: only one that nobody asked for yet is read.
            if (row.journey.DesignId is { } designId
                && await designs.GetAsync(db, designId, row.journey.DesignNumber, ct) is var design
                && design.Find<BuddiesSection>() is not null)
            {
                asks.Add(Ask(row.pair, row.invitation, new(row.participation.Id, row.learner.Id, row.learner.DisplayName), design));
            }
        }

        return asks;
    }

    /// <inheritdoc />
    public async Task<bool> AcceptAsync(Guid subjectId, Guid personId, JourneyChange change, CancellationToken ct) =>
        await BuddyPair.FindAsync(db, subjectId, ct) is { } pair && await PairStart.AcceptAsync(db, pair, personId, change, ct);

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

    private GuestAsk Ask(Group pair, Invitation invited, AskingLearner learner, JourneyDesign design) =>
        new(new(GuestPurpose.Buddy, pair.Id, pair.JourneyId), StateOf(invited, pair), learner, design)
        {
            Texts = GuestTexts.Buddy,
            Words = invited.Words ?? "",
            Address = invited.Address,
            IsAddressRefused = invited.IsAddressRefused,
            Until = invited.ExpiresAt,
            IsReminded = invited.State == InvitationState.Reminded,
            GuestId = invited.GuestId,
        };

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
