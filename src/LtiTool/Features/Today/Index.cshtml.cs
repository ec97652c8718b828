using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Today;

/// <summary>What to do now, what waits for others, what others wait for.</summary>
internal sealed class IndexModel(
    BuddyDbContext db, SessionQueries queries, Access access, History history, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>The learner's participation, or null before the start.</summary>
    public Participation? Participation { get; private set; }

    /// <summary>The learner's history.</summary>
    public LearnerProgress Progress { get; private set; } = LearnerProgress.From([]);

    /// <summary>What to do, the most useful first.</summary>
    public IReadOnlyList<NextStep> Steps { get; private set; } = [];

    /// <summary>The buddy's name, or null.</summary>
    public string? BuddyName { get; private set; }

    /// <summary>Somebody who asked this person to be a learning buddy.</summary>
    public IReadOnlyList<string> InvitedBy { get; private set; } = [];

    /// <summary>What other systems recorded and the learner has not answered, newest first.</summary>
    public IReadOnlyList<FoundEvidence> Found { get; private set; } = [];

    /// <summary>Shows the page; without a set-up, says kindly that it isn't ready.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Session.Definition is null)
        {
            return RedirectToPage(Session.IsInstructor ? "/Setup/Index" : "/Today/NotReady");
        }

        Participation = Session.HasStarted ? await access.OwnAsync() : null;
        if (Participation is not null)
        {
            Progress = LearnerProgress.From(await history.OfAsync(Participation.Id, ct));
            BuddyName = await NameOfBuddyAsync(Progress.Buddy?.BuddyId, ct);
            Found = Definition.FoundRules.Count > 0 ? await OfferedAsync(Participation.Id, ct) : [];
        }

        Steps = JourneyEngine.NextSteps(Definition, Progress, clock.GetUtcNow());
        InvitedBy = Session.IsInvited ? await InvitationsAsync(ct) : [];
        return Page();
    }

    private async Task<IReadOnlyList<FoundEvidence>> OfferedAsync(Guid participationId, CancellationToken ct) => await db.FoundEvidence.AsNoTracking()
        .Where(found => found.ParticipationId == participationId && found.State == FoundState.Offered)
        .OrderByDescending(found => found.HappenedAt)
        .Take(3)
        .ToListAsync(ct);

    private async Task<string?> NameOfBuddyAsync(Guid? buddyId, CancellationToken ct) =>
        buddyId is { } id ? (await db.People.AsNoTracking().SingleAsync(person => person.Id == id, ct)).DisplayName : null;

    private async Task<IReadOnlyList<string>> InvitationsAsync(CancellationToken ct)
    {
        var names = new List<string>();
        await foreach (var learner in queries.InvitedBy(db, JourneyId, Session.PersonId, clock.GetUtcNow()).WithCancellation(ct))
        {
            names.Add(learner.DisplayName);
        }

        return names;
    }
}
