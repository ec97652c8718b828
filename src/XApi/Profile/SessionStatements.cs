using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sessions;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about group sessions. What people write in them is in none.</summary>
internal static class SessionStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        GroupSessionAttended attended =>
        [
            draft.Of(Templates.SessionAttended, Verbs.Attended, draft.Activities.Session(attended.SessionId)) with
            {
                Outcome = new(Completion: true, Duration: attended.Duration),
                Grouping = attended.SprintId is { } sprint
                    ? [draft.Activities.Course, draft.Activities.Sprint(sprint)]
                    : [draft.Activities.Course],
                Other = attended.BehaviourId is { } behaviour
                    ? [draft.Activities.Breakout(attended.BreakoutId), draft.Activities.Competency(behaviour)]
                    : [draft.Activities.Breakout(attended.BreakoutId)],
            },
        ],
        TakeawayMade made => [OnTakeaway(draft, Templates.TakeawayMade, Verbs.Committed, made.TakeawayId, made.SessionId)],
        TakeawayAnswered { Done: true } done =>
        [
            OnTakeaway(draft, Templates.TakeawayDone, Verbs.Satisfy, done.TakeawayId, done.SessionId) with
            {
                Outcome = new(Success: true, Completion: true),
                AnswersStatement = StatementDraft.Answering(done.MadeEventId),
            },
        ],
        TakeawayAnswered open =>
        [
            OnTakeaway(draft, Templates.TakeawayNotYet, Verbs.Reported, open.TakeawayId, open.SessionId) with
            {
                Outcome = new(Completion: false),
                AnswersStatement = StatementDraft.Answering(open.MadeEventId),
            },
        ],
        _ => null,
    };

    private static MappedStatement OnTakeaway(StatementDraft draft, string template, VerbTerm verb, Guid takeaway, Guid session) =>
        draft.Of(template, verb, draft.Activities.Takeaway(takeaway)) with { Other = [draft.Activities.Session(session)] };
}
