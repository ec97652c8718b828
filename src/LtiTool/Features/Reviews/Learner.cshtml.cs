using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Grading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>One learner's evidence and the trail of the grade: also where a teacher lands who comes from the LMS's gradebook.</summary>
[For(Audience.Facilitators)]
internal sealed class LearnerModel(BuddyDbContext db, Access access, History history, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The learner's name, or null when there is nothing to show yet.</summary>
    public string? Name { get; private set; }

    /// <summary>What was sent, newest first.</summary>
    public IReadOnlyList<SentEvidence> Pieces { get; private set; } = [];

    /// <summary>The grade and why.</summary>
    public GradeTrail? Trail { get; private set; }

    /// <summary>Shows the learner with this participation; without one, the learner the LMS asked for.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (Session.Definition is null)
        {
            return RedirectToPage("/Setup/Index");
        }

        if ((id ?? await AskedForAsync(ct)) is not { } participationId || await access.ToParticipationAsync(participationId, ct) is not { } found)
        {
            return Page();
        }

        Name = (await db.People.AsNoTracking().SingleAsync(person => person.Id == found.Participation.PersonId, ct)).DisplayName;
        Pieces = await SentEvidence.OfAsync(db, [participationId], 200, ct);
        Trail = await GradeTrail.OfAsync(db, Grade.Of(Definition, await history.OfAsync(participationId, ct)), ct);
        return Page();
    }

    private async Task<Guid?> AskedForAsync(CancellationToken ct) => await (
        from participation in db.Participations
        join person in db.People on participation.PersonId equals person.Id
        where participation.JourneyId == JourneyId && person.PlatformId == Session.PlatformId && person.Subject == Session.Facts.ForSubject
        select (Guid?)participation.Id).SingleOrDefaultAsync(ct);
}
