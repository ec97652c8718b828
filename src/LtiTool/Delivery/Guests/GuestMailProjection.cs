using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Whoever is asked at a mail address gets the invitation there, again when it is brought up again, and nothing else.</summary>
internal sealed class GuestMailProjection : IProjection
{
    public Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        // A platform's test person tries things out: nothing of it leaves the tool.
        foreach (var e in context.Events.Where(e => !context.Learner(e.ParticipationId).Place.IsTestUser))
        {
            if (AskedAgain(e.What, context.Learner(e.ParticipationId).Progress.Of<BuddyProgress>()) is { } subject)
            {
                context.Db.Deliveries.Add(GuestMailDelivery.About(subject, Guid.CreateVersion7(context.Now), context.Now, e.Id));
            }
        }

        return Task.CompletedTask;
    }

    private static Guid? AskedAgain(JourneyEvent what, BuddyProgress buddy) => what switch
    {
        BuddyInvited { GuestId: not null } invited => invited.PairId,
        WitnessAsked witness => witness.RequestId,
        ViewAsked view => view.RequestId,
        BuddyReminded reminded when buddy.IsByMail && buddy.PairId == reminded.PairId => reminded.PairId,
        _ => null,
    };
}
