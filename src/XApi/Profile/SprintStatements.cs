using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about sprints.</summary>
internal static class SprintStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        SprintChosen chosen => [draft.Of(Templates.SprintChosen, Verbs.Selected, draft.Activities.Sprint(chosen.SprintId))],
        SprintUnchosen dropped => [draft.Of(Templates.SprintUnchosen, Verbs.Discarded, draft.Activities.Sprint(dropped.SprintId))],
        SprintStarted started => [draft.Of(Templates.SprintStarted, Verbs.Initialized, draft.Activities.Sprint(started.SprintId))],
        SprintProgressed progressed =>
        [
            draft.Of(Templates.SprintProgressed, Verbs.Progressed, draft.Activities.Sprint(progressed.SprintId)) with
            {
                Outcome = Outcome.Progress(progressed.Percent, words: null),
            },
        ],
        SprintCompleted completed =>
        [
            draft.Of(Templates.SprintCompleted, Verbs.Completed, draft.Activities.Sprint(completed.SprintId)) with
            {
                Outcome = new(Completion: true, Duration: completed.Duration),
            },
        ],
        _ => null,
    };
}
