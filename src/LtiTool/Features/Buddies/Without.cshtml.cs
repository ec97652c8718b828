using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A learner goes on without a learning buddy, where the design allows it. Whoever was the buddy is thanked.</summary>
[Needs(Thing.OwnJourney, Right.Write)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class WithoutModel(BuddyDbContext db, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to where everybody begins.</summary>
    public IActionResult OnGet() => RedirectToPage("/Today/Index");

    /// <summary>Goes on without.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var isDone = Session.ParticipationId is { } own && await writer.ChangeAsync(
            Subjects.Of(own), Session.Actor, change => GoOnAsync(own, change, ct), ct);
        return RedirectToPage("/Today/Index", new { done = isDone ? "buddies.done-without" : null });
    }

    private async Task<bool> GoOnAsync(Guid own, JourneyChange change, CancellationToken ct)
    {
        if (change.Learner(own) is not { } learner || learner.Design.Find<BuddiesSection>() is not { CanFinishWithout: true })
        {
            return false;
        }

        var buddy = learner.Progress.Of<BuddyProgress>();
        if (buddy.HasBuddy && await BuddyPair.FindAsync(db, buddy.PairId, ct) is { } pair)
        {
            await PairEnd.EndAsync(db, pair.Group, change, ct);
        }

        change.Happened(own, new BuddyDoneWithout());
        return true;
    }
}
