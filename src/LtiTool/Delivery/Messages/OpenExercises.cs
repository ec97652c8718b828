using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Exercises that were announced and still wait for an answer.</summary>
internal sealed class OpenExercises(LearnerReader learners)
{
    /// <summary>
    /// What each asks for, as the design says it now, by its nudge. One that was answered, put off or taken out of the design meanwhile
    /// isn't there.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, string>> WordsAsync(IEnumerable<MessageRow> rows, CancellationToken ct)
    {
        var found = new Dictionary<Guid, string>();
        foreach (var learner in rows.Where(row => row.Kind == MessageName.ExerciseCame).GroupBy(row => row.ParticipationId))
        {
            if (await learners.FindAsync(learner.Key, ct) is not { } state || state.Design.Find<NudgesSection>() is not { } section)
            {
                continue;
            }

            var nudges = state.Progress.Of<NudgesProgress>();
            foreach (var row in learner)
            {
                if (nudges.Find(row.SubjectId) is { State: NudgeState.Sent, Nudge: var nudge }
                    && section.Find(nudge.ExerciseId)?.Wording(nudge.Wording) is { } words)
                {
                    found[row.SubjectId] = words;
                }
            }
        }

        return found;
    }
}
