using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    private static MappedStatement? MapCoaching(StatementDraft draft, JourneyEvent what) => what switch
    {
        GoalSet set => draft.Of(Templates.GoalSet, Verbs.Defined, draft.Activities.Goal(set.GoalId, set.Words)) with
        {
            Other = set.Behaviour is { } behaviour ? [draft.Activities.Competency(behaviour.Id, behaviour.Name)] : [],
            Extensions = Due(set.DueAt),
        },
        GoalRevised revised => draft.Of(Templates.GoalRevised, Verbs.Edited, draft.Activities.Goal(revised.GoalId, revised.Words)) with
        {
            Revision = revised.Revision,
        },
        GoalCheckedIn checkedIn => draft.Of(Templates.GoalCheckedIn, Verbs.Progressed, draft.Activities.Goal(checkedIn.GoalId)) with
        {
            Outcome = Progress(checkedIn.Percent, checkedIn.Words),
        },
        GoalAchieved achieved => draft.Of(Templates.GoalAchieved, Verbs.Achieved, draft.Activities.Goal(achieved.GoalId)) with
        {
            Outcome = new(Success: true, Completion: true),
            AnswersStatement = Answering(achieved.SetEventId),
        },
        GoalDropped dropped => draft.Of(Templates.GoalDropped, Verbs.Deselected, draft.Activities.Goal(dropped.GoalId)) with
        {
            AnswersStatement = Answering(dropped.SetEventId),
        },
        ActionPlanned planned => draft.Of(Templates.ActionPlanned, Verbs.Defined, draft.Activities.Step(planned.ActionId)) with
        {
            Other = GoalOf(draft, planned.GoalId),
            Extensions = Due(planned.DueAt),
        },
        ActionDone done => draft.Of(Templates.ActionDone, Verbs.Completed, draft.Activities.Step(done.ActionId)) with
        {
            Other = GoalOf(draft, done.GoalId),
            Outcome = new(Completion: true),
        },
        _ => null,
    };

    private static IReadOnlyList<NeutralActivity> GoalOf(StatementDraft draft, Guid? goal) =>
        goal is { } id ? [draft.Activities.Goal(id)] : [];
}
