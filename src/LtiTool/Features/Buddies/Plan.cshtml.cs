using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A learner looks at the last plan again: it was kept, or it wasn't. Nobody counts how often.</summary>
[Needs(Thing.OwnJourney, Right.Write)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class PlanModel(JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to where everybody begins.</summary>
    public IActionResult OnGet() => RedirectToPage("/Today/Index");

    /// <summary>Settles it.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="kept">Whether it was done.</param>
    /// <param name="pair">The pair whose talk opens with it; null from Today.</param>
    /// <param name="number">That talk.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IActionResult> OnPostAsync(Guid plan, bool kept, Guid? pair, int? number, CancellationToken ct)
    {
        var isSettled = Session.ParticipationId is { } own && await writer.ChangeAsync(
            Subjects.Of(own), Session.Actor, change => Settle(own, plan, kept, change), ct);
        var done = !isSettled ? null : kept ? "buddies.done-kept" : "buddies.done-not-kept";
        return pair is null
            ? RedirectToPage("/Today/Index", new { done })
            : RedirectToPage("/Buddies/Talk", new { id = pair, number, done });
    }

    private static bool Settle(Guid own, Guid planId, bool kept, JourneyChange change)
    {
        if (change.Learner(own)?.Progress.Of<BuddyProgress>() is not { } buddy
            || buddy.Talks.All.FirstOrDefault(talk => talk.Plan?.Id == planId) is not { Plan: { Kept: null } plan } talk)
        {
            return false;
        }

        change.Happened(own, new CommitmentSettled(plan.Id, talk.HeldByPair ?? buddy.PairId, InCircle: false, kept, plan.EventId));
        return true;
    }
}
