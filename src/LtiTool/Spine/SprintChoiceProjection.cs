using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Who chose which sprint: what the board of a group is drawn from.</summary>
internal sealed class SprintChoiceProjection : IProjection
{
    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        foreach (var learner in context.Learners.Where(HasMoved))
        {
            var id = learner.Participation.Id;
            await context.Db.SprintChoices.Where(row => row.ParticipationId == id).ExecuteDeleteAsync(ct);
            context.Db.SprintChoices.AddRange(Rows(learner));
        }
    }

    private static bool HasMoved(LearnerState learner) =>
        learner.Before.Of<SprintsProgress>().ChosenAt != learner.Progress.Of<SprintsProgress>().ChosenAt;

    private static IEnumerable<SprintChoiceRow> Rows(LearnerState learner) =>
        learner.Progress.Of<SprintsProgress>().ChosenAt.Select(chosen => new SprintChoiceRow
        {
            ParticipationId = learner.Participation.Id,
            SprintId = chosen.Key,
            JourneyId = learner.Participation.JourneyId,
            ChosenAt = chosen.Value,
        });
}
