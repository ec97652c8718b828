using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// What is over opens no door any more, in the same transaction and however it ended; and what is known about its guest has a day on which
/// it goes.
/// </summary>
internal sealed class GuestLinkProjection(IOptions<LearningBuddyOptions> options) : IProjection
{
    private TimeSpan Kept => TimeSpan.FromDays(options.Value.Guests.KeepDays);

    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        foreach (var e in context.Events)
        {
            if (e.What is WitnessAccepted or ViewAccepted
                || (e.What is BuddyAccepted && context.Learner(e.ParticipationId).Progress.Of<BuddyProgress>().IsByMail))
            {
                context.Plan(DueKind.GuestRetention, e.ActorId, context.Now + GuestLink.LongestPurpose + Kept);
            }
            else if (SubjectThatEnded(e.What) is { } subject)
            {
                await CloseAsync(context, subject, ct);
            }
        }
    }

    private async Task CloseAsync(ChangeContext context, Guid subjectId, CancellationToken ct)
    {
        var open = context.Db.GuestLinks.Where(link => link.SubjectId == subjectId && link.RevokedAt == null);
        var guests = await open.Where(link => link.PersonId != null).Select(link => link.PersonId!.Value).Distinct().ToListAsync(ct);
        await open.ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, context.Now), ct);
        guests.ForEach(guest => context.Plan(DueKind.GuestRetention, guest, context.Now + Kept));
    }

    private static Guid? SubjectThatEnded(JourneyEvent what) => what switch
    {
        BuddyDeclined declined => declined.PairId,
        BuddyInvitationWithdrawn withdrawn => withdrawn.PairId,
        BuddyInvitationExpired expired => expired.PairId,
        BuddyEnded ended => ended.PairId,
        BuddyLeft left => left.PairId,
        WitnessDeclined declined => declined.RequestId,
        WitnessEnded ended => ended.RequestId,
        ViewDeclined declined => declined.RequestId,
        ViewEnded ended => ended.RequestId,
        _ => null,
    };
}
