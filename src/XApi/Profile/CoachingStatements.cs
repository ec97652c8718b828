using LearningBuddy.Shared.Coaching;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about coaching goals and actions.</summary>
internal static class CoachingStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        GoalSet set =>
        [
            draft.Of(Templates.GoalSet, Verbs.Defined, draft.Activities.Goal(set.GoalId, draft.Words(TextKind.Goal))) with
            {
                Other = set.BehaviourId is { } behaviour ? [draft.Activities.Competency(behaviour)] : [],
                Extensions = GroupStatements.Due(set.DueAt),
            },
        ],
        GoalRevised revised =>
        [
            draft.Of(Templates.GoalRevised, Verbs.Edited, draft.Activities.Goal(revised.GoalId, draft.Words(TextKind.Goal))) with
            {
                Revision = revised.Revision,
            },
        ],
        GoalCheckedIn checkedIn =>
        [
            draft.Of(Templates.GoalCheckedIn, Verbs.Progressed, draft.Activities.Goal(checkedIn.GoalId)) with
            {
                Outcome = Outcome.Progress(checkedIn.Percent, draft.Words(TextKind.CheckIn)),
            },
        ],
        GoalAchieved achieved =>
        [
            draft.Of(Templates.GoalAchieved, Verbs.Achieved, draft.Activities.Goal(achieved.GoalId)) with
            {
                Outcome = new(Success: true, Completion: true),
                AnswersStatement = StatementDraft.Answering(achieved.SetEventId),
            },
        ],
        GoalDropped dropped =>
        [
            draft.Of(Templates.GoalDropped, Verbs.Deselected, draft.Activities.Goal(dropped.GoalId)) with
            {
                AnswersStatement = StatementDraft.Answering(dropped.SetEventId),
            },
        ],
        ActionPlanned planned =>
        [
            draft.Of(Templates.ActionPlanned, Verbs.Defined, draft.Activities.Step(planned.ActionId)) with
            {
                Other = GoalOf(draft, planned.GoalId),
                Extensions = GroupStatements.Due(planned.DueAt),
            },
        ],
        ActionDone done =>
        [
            draft.Of(Templates.ActionDone, Verbs.Completed, draft.Activities.Step(done.ActionId)) with
            {
                Other = GoalOf(draft, done.GoalId),
                Outcome = new(Completion: true),
            },
        ],
        _ => null,
    };

    private static IReadOnlyList<NeutralActivity> GoalOf(StatementDraft draft, Guid? goal) =>
        goal is { } id ? [draft.Activities.Goal(id)] : [];
}
