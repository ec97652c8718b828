using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Questions;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about questions.</summary>
internal static class QuestionStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        QuestionAsked asked =>
            [draft.Of(Templates.QuestionAsked, Verbs.Asked, draft.Activities.Question(asked.QuestionId)) with { Actor = draft.Actor }],
        QuestionAnswered answered =>
        [
            draft.Of(Templates.QuestionAnswered, Verbs.Answered, draft.Activities.Question(answered.QuestionId)) with
            {
                Actor = draft.Actor,
                Outcome = draft.Words(TextKind.Answer) is { } words ? new(Response: words) : null,
                AnswersStatement = StatementDraft.Answering(answered.AskedEventId),
            },
        ],
        HelpAsked help =>
        [
            draft.Of(Templates.HelpAsked, Verbs.RequestedAttention, NeedingHelp(draft, help)) with { People = draft.Facilitator },
        ],
        _ => null,
    };

    /// <summary>Help is asked on a sprint, whose key is a word, or on a piece of evidence, whose id is a UUID.</summary>
    private static NeutralActivity NeedingHelp(StatementDraft draft, HelpAsked help) =>
        Guid.TryParse(help.About, out var id) ? draft.Activities.Evidence(id) : draft.Activities.Sprint(help.About);
}
