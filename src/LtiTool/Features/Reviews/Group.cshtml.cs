using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.LtiTool.Features.Reviews;

/// <summary>The learners behind a number: all of them, or those with a behaviour confirmed.</summary>
[For(Audience.Facilitators)]
public sealed class GroupModel(GroupFigures figures, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The behaviour asked for, or null.</summary>
    public Behaviour? Behaviour { get; private set; }

    /// <summary>The rows.</summary>
    public Paged<GroupLearner> Learners { get; private set; } = Paged<GroupLearner>.Nothing;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(string? behaviour, int? start, CancellationToken ct)
    {
        Behaviour = Definition.FindBehaviour(behaviour ?? "");
        Learners = await figures.LearnersAsync(JourneyId, Definition, Behaviour, start, ct);
    }
}
