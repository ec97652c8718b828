using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>The learners behind a number: all of them, those with a behaviour confirmed, or those in a phase of the road.</summary>
[Needs(Thing.Group)]
public sealed class GroupModel(GroupFigures figures, GroupRoad road, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The behaviour asked for, or null.</summary>
    public Behaviour? Behaviour { get; private set; }

    /// <summary>The phase asked for, or null.</summary>
    public string? Phase { get; private set; }

    /// <summary>The rows.</summary>
    public Paged<GroupLearner> Learners { get; private set; } = Paged<GroupLearner>.Nothing;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(string? behaviour, string? phase, int? start, CancellationToken ct)
    {
        if (phase is not null && road.In(JourneyId, Design, phase) is { } only)
        {
            Phase = phase;
            Learners = await figures.LearnersAsync(JourneyId, Design, only, start, ct);
            return;
        }

        Behaviour = Design.FindBehaviour(behaviour ?? "");
        Learners = await figures.LearnersAsync(JourneyId, Design, Behaviour, start, ct);
    }
}
