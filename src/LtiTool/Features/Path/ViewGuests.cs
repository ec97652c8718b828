using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>Somebody outside the course is asked how they see a learner on the behaviours. A link is about the request.</summary>
internal sealed class ViewGuests(BuddyDbContext db, JourneyWriter writer, DesignLibrary designs, TimeProvider clock) : IGuestPurpose
{
    /// <inheritdoc />
    public GuestPurpose Purpose => GuestPurpose.View;

    /// <inheritdoc />
    public async Task<GuestAsk?> FindAsync(Guid subjectId, CancellationToken ct)
    {
        var found = await (
            from request in db.ViewRequests
            join participation in db.Participations on request.ParticipationId equals participation.Id
            join learner in db.People on participation.PersonId equals learner.Id
            join journey in db.Journeys on participation.JourneyId equals journey.Id
            join course in db.Courses on journey.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            where request.Id == subjectId && platform.Status != PlatformStatus.Blocked
            select new { request, learner, journey }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found?.journey.DesignId is not { } designId)
        {
            return null;
        }

        var design = await designs.GetAsync(db, designId, found.journey.DesignNumber, ct);
        var (asked, asking) = (found.request, found.learner);
        return design.Find<PathSection>() is null
            ? null
            : new GuestAsk(
                new(GuestPurpose.View, subjectId, found.journey.Id), StateOf(asked),
                new(asked.ParticipationId, asking.Id, asking.DisplayName), design)
            {
                Texts = GuestTexts.View,
                SharesEvidence = false,
                Words = asked.Words ?? "",
                Address = asked.Address,
                IsAddressRefused = asked.IsAddressRefused,
                Until = asked.ExpiresAt,
                GuestId = asked.GuestId,
            };
    }

    /// <inheritdoc />
    public Task<bool> AcceptAsync(Guid subjectId, Guid personId, JourneyChange change, CancellationToken ct) => ChangeAsync(
        subjectId,
        change,
        (request, learner) => learner.Participation.PersonId != personId && request.Accept(personId, change.Now),
        new ViewAccepted(subjectId),
        ct);

    /// <inheritdoc />
    public Task<bool> DeclineAsync(Guid subjectId, string? reason, JourneyChange change, CancellationToken ct) => ChangeAsync(
        subjectId,
        change,
        (request, _) => request.Decline(reason, change.Now),
        new ViewDeclined(subjectId),
        ct);

    /// <inheritdoc />
    public Task<bool> LeaveAsync(Guid subjectId, Guid personId, JourneyChange change, CancellationToken ct) => ChangeAsync(
        subjectId,
        change,
        (request, _) => request.Leave(personId, change.Now),
        new ViewEnded(subjectId),
        ct);

    /// <inheritdoc />
    public Task RefuseAddressAsync(Guid subjectId, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None,
        Actor.Tool,
        async _ =>
        {
            (await db.ViewRequests.SingleOrDefaultAsync(request => request.Id == subjectId, ct))?.RefuseAddress();
            return true;
        },
        ct);

    private async Task<bool> ChangeAsync(
        Guid subjectId, JourneyChange change, Func<ViewRequest, LearnerState, bool> decide, JourneyEvent noted,
        CancellationToken ct)
    {
        if (await db.ViewRequests.SingleOrDefaultAsync(request => request.Id == subjectId, ct) is not { } asked
            || change.Learner(asked.ParticipationId) is not { } learner || learner.Design.Find<PathSection>() is null
            || !decide(asked, learner))
        {
            return false;
        }

        change.Happened(asked.ParticipationId, noted);
        return true;
    }

    private GuestAskState StateOf(ViewRequest request) => request.State switch
    {
        _ when request.IsOpen(clock.GetUtcNow()) => GuestAskState.Open,
        ViewRequestState.Accepted => GuestAskState.Accepted,
        ViewRequestState.Declined => GuestAskState.Declined,
        _ => GuestAskState.Over,
    };
}
