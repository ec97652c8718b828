using System.Security.Cryptography;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A learner invites a learning buddy, by name or by a code.</summary>
[For(Audience.Learners)]
public sealed class InviteModel(BuddyDbContext db, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the form.</summary>
    public IActionResult OnGet() => RedirectToPage("/Buddies/Index");

    /// <summary>Invites somebody of the course.</summary>
    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken ct)
    {
        var isInCourse = person != Session.PersonId
            && await db.Enrolments.AnyAsync(enrolment => enrolment.CourseId == Session.CourseId && enrolment.PersonId == person && enrolment.IsActive, ct);
        return isInCourse ? await InviteAsync(person, code: null, ct) : RedirectToPage("/Buddies/Index");
    }

    /// <summary>Opens an invitation for whoever has the code.</summary>
    public Task<IActionResult> OnPostCodeAsync(CancellationToken ct) =>
        InviteAsync(buddyId: null, InvitationCode.From(RandomNumberGenerator.GetBytes(8)), ct);

    private async Task<IActionResult> InviteAsync(Guid? buddyId, string? code, CancellationToken ct)
    {
        try
        {
            await writer.WriteAsync(
                async change =>
                {
                    var participation = await db.Participations.SingleAsync(p => p.JourneyId == JourneyId && p.PersonId == Session.PersonId, ct);
                    await EndLapsedAsync(participation, change, ct);
                    var invited = new JourneyEvent.BuddyInvited(change.NewId(), buddyId);
                    var recorded = change.Happened(participation, Session.PersonId, invited);
                    db.BuddyPairs.Add(new BuddyPair(invited.PairId, participation.Id, buddyId, code, recorded.Id, change.Now, Definition.Buddy));
                    return true;
                },
                ct);
        }
        catch (DbUpdateException exception) when (UniqueViolation.Is(exception))
        {
            // The other press was faster: its invitation stands.
        }

        return Done("/Buddies/Index", "invited");
    }

    private async Task EndLapsedAsync(Participation participation, JourneyChange change, CancellationToken ct)
    {
        var lapsed = await db.BuddyPairs.SingleOrDefaultAsync(
            pair => pair.ParticipationId == participation.Id && pair.State == BuddyPairState.Invited && pair.ExpiresAt <= change.Now, ct);
        if (lapsed?.Withdraw(change.Now) == true)
        {
            change.Happened(participation, Guid.Empty, new JourneyEvent.BuddyInvitationWithdrawn(lapsed.Id, lapsed.InvitationEventId));
            await db.SaveChangesAsync(ct);
        }
    }
}
