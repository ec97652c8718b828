using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>One learner's evidence and the trail of the grade: also where a teacher lands who comes from the LMS's gradebook.</summary>
[Needs(Thing.Group)]
internal sealed class LearnerModel(BuddyDbContext db, Access access, LearnerReader learners, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The participation that is shown.</summary>
    public Guid Id { get; private set; }

    /// <summary>The learner's name, or null when there is nothing to show yet.</summary>
    public string? Name { get; private set; }

    /// <summary>What was sent, newest first.</summary>
    public IReadOnlyList<SentEvidence> Pieces { get; private set; } = [];

    /// <summary>The behaviour asked for, or null for all.</summary>
    public Behaviour? Behaviour { get; private set; }

    /// <summary>The grade and why.</summary>
    public GradeTrail? Trail { get; private set; }

    /// <summary>
    /// Shows the learner with this participation; without one, the learner the LMS asked for. Only evidence for a behaviour where one is
    /// named.
    /// </summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, string? behaviour, CancellationToken ct)
    {
        if (Session.Design is null)
        {
            return RedirectToPage("/Setup/Index");
        }

        if ((id ?? await AskedForAsync(ct)) is not { } participationId
            || await access.ToParticipationAsync(participationId, ct) is not { } found)
        {
            return Page();
        }

        Id = participationId;
        Name = (await db.People.AsNoTracking().SingleAsync(person => person.Id == found.Participation.PersonId, ct)).DisplayName;
        Behaviour = Design.FindBehaviour(behaviour ?? "");
        Pieces = await SentEvidence.OfAsync(db, [participationId], 200, ct);
        if (Behaviour is { Id: var only })
        {
            Pieces = [.. Pieces.Where(piece => piece.BehaviourIds.Contains(only))];
        }

        if (Grade.Of(Design, await learners.ProgressAsync(participationId, ct)) is { } grade)
        {
            var stored = await db.GradePostings.AsNoTracking()
                .SingleOrDefaultAsync(posting => posting.ParticipationId == participationId, ct);
            Trail = await GradeTrail.OfAsync(db, grade, stored, ct);
        }

        return Page();
    }

    private async Task<Guid?> AskedForAsync(CancellationToken ct) => await (
        from participation in db.Participations
        join account in db.Accounts on participation.PersonId equals account.PersonId
        where participation.JourneyId == JourneyId && account.PlatformId == Session.PlatformId && account.Name == Session.Facts.ForSubject
        select (Guid?)participation.Id).SingleOrDefaultAsync(ct);
}
