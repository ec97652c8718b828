using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A learner writes to somebody of the course why they ask them, and asks.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class AskModel(
    BuddyDbContext db, CourseRoster roster, LearnerReader learners, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>Who is asked.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What others see of them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Shows the form; whoever can't be asked, or not now, leads back to the list.</summary>
    /// <param name="person">Who is asked.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken ct)
    {
        if (!await CanAskAsync(ct) || !await roster.MayAskAsync(person, ct))
        {
            return RedirectToPage("/Buddies/Index");
        }

        PersonId = person;
        Name = (await db.People.AsNoTracking().SingleAsync(one => one.Id == person, ct)).DisplayName;
        return Page();
    }

    /// <summary>Whether there is neither a buddy nor somebody who is asked.</summary>
    private async Task<bool> CanAskAsync(CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return false;
        }

        var buddy = (await learners.ProgressAsync(own, ct)).Of<BuddyProgress>();
        return !buddy.HasBuddy && !buddy.IsAsking(clock.GetUtcNow());
    }
}
