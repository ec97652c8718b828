using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Journeys;

/// <summary>
/// Whoever facilitates lets a learner start over, as after a reset of the course: what that changes and what stays is said before.
/// </summary>
[Needs(Thing.Group)]
internal sealed class RestartModel(BuddyDbContext db, Access access, LearnerReader learners, JourneyWriter writer, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>The learner's participation.</summary>
    public Guid Id { get; private set; }

    /// <summary>The learner's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Pieces of evidence that wait or count, and will no more.</summary>
    public int Pieces { get; private set; }

    /// <summary>Behaviours that are certified now.</summary>
    public int Certified { get; private set; }

    /// <summary>Says what will be different.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LearnerAsync(id, ct) is not { } participation)
        {
            return NotFound();
        }

        var progress = await learners.ProgressAsync(id, ct);
        Id = id;
        Name = (await db.People.AsNoTracking().SingleAsync(person => person.Id == participation.PersonId, ct)).DisplayName;
        Pieces = Counting(progress);
        Certified = progress.Of<CertificationProgress>().Held.Count;
        return Page();
    }

    /// <summary>Starts them over. Pressing twice does it once.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await LearnerAsync(id, ct) is null)
        {
            return NotFound();
        }

        await writer.ChangeAsync(Subjects.Of(id), Session.Actor, change => RestartAsync(id, change, ct), ct);
        return Done("/Reviews/Learner", "journeys.done-restarted", id);
    }

    private async Task<bool> RestartAsync(Guid id, JourneyChange change, CancellationToken ct)
    {
        if (change.Learner(id) is not { } learner || Counting(learner.Progress) == 0)
        {
            return false;
        }

        foreach (var piece in await db.Evidence.Where(piece => piece.ParticipationId == id).ToListAsync(ct))
        {
            if (piece.SetAside())
            {
                await CallOffAsync(id, piece.Id, change, ct);
            }
        }

        change.Happened(id, new JourneyRestarted());
        return true;
    }

    /// <summary>Nobody is asked any more for what they saw of it.</summary>
    private async Task CallOffAsync(Guid id, Guid evidenceId, JourneyChange change, CancellationToken ct)
    {
        foreach (var request in await db.WitnessRequests.Where(request => request.EvidenceId == evidenceId).ToListAsync(ct))
        {
            if (request.Withdraw(change.Now))
            {
                change.Happened(id, new WitnessEnded(evidenceId, request.Id));
            }
        }
    }

    private static int Counting(Progress progress) =>
        progress.Of<EvidenceProgress>().Pieces.Count(piece => piece.State is EvidenceState.Submitted or EvidenceState.Confirmed);

    private async Task<Participation?> LearnerAsync(Guid id, CancellationToken ct) =>
        await access.ToParticipationAsync(id, ct) is { } found && Rights.Allow(found.Relation, Thing.Participation, Right.Write)
            ? found.Participation
            : null;
}
