using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Who waits for this person's answer to an invitation, and whose answer this person waits for.</summary>
internal sealed class AskedNames(BuddyDbContext db, CurrentSession me, TimeProvider clock)
{
    /// <summary>The mail address at which this person asked somebody, while that is open; else null.</summary>
    public Task<string?> AddressAsync() => (
        from invitation in db.Invitations
        join pair in db.Groups on invitation.GroupId equals pair.Id
        where pair.OwnerId == me.ParticipationId && pair.Kind == GroupKind.BuddyPair && pair.State != GroupState.Ended
        select invitation.Address).SingleOrDefaultAsync();

    /// <summary>Who waits the longest, or null.</summary>
    public async Task<OpenInvitation?> FirstAsync()
    {
        var now = clock.GetUtcNow();
        var first = await (
            from invitation in db.Invitations
            join pair in db.Groups on invitation.GroupId equals pair.Id
            join participation in db.Participations on pair.OwnerId equals participation.Id
            join person in db.People on participation.PersonId equals person.Id
            where invitation.PersonId == me.PersonId && pair.JourneyId == me.JourneyId && invitation.ExpiresAt > now
                && (invitation.State == InvitationState.Asked || invitation.State == InvitationState.Reminded)
            orderby invitation.AskedAt
            select new { person, invitation }).AsNoTracking().FirstOrDefaultAsync();
        return first is null
            ? null
            : new(first.person.DisplayName, first.invitation.State == InvitationState.Reminded, first.invitation.ExpiresAt);
    }
}

/// <summary>An invitation that waits for an answer.</summary>
/// <param name="Name">Who asks.</param>
/// <param name="IsReminded">Whether it was brought up again.</param>
/// <param name="Until">Until when an answer helps, UTC.</param>
internal sealed record OpenInvitation(string Name, bool IsReminded, DateTimeOffset Until);
