using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Sessions;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Review;

/// <summary>The learners behind a number: all of them, or those with a behaviour confirmed.</summary>
[For(Audience.Facilitators)]
public sealed class GroupModel(BuddyDbContext db, GroupFigures figures, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The behaviour asked for, or null.</summary>
    public Behaviour? Behaviour { get; private set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<GroupLearner> Learners { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(string? behaviour, CancellationToken ct)
    {
        Behaviour = Definition.FindBehaviour(behaviour ?? "");
        (_, Learners) = await figures.OfAsync(JourneyId, Definition, ct);
        if (Behaviour is { } known)
        {
            var rows = await db.Events.AsNoTracking().Where(row => row.JourneyId == JourneyId && row.Type == nameof(JourneyEvent.EvidenceConfirmed)).ToListAsync(ct);
            var with = rows
                .Where(row => ((JourneyEvent.EvidenceConfirmed)row.ToEvent().What).Evidence.Behaviours.Any(confirmed => confirmed.Id == known.Id))
                .Select(row => row.ParticipationId)
                .ToHashSet();
            Learners = [.. Learners.Where(learner => with.Contains(learner.ParticipationId))];
        }
    }
}
