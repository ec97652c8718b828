using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about scores that reached the LMS.</summary>
internal static class GradeStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        GradeSent sent => [Grade(draft, sent)],
        _ => null,
    };

    /// <summary>
    /// The tool is the actor: the LMS may send a statement of its own about the same grade, and the learner is not to count twice.
    /// </summary>
    private static MappedStatement Grade(StatementDraft draft, GradeSent sent) =>
        draft.Of(Templates.GradeSent, Verbs.Reported, draft.Activities.LineItem(sent.LineItem)) with
        {
            Actor = StatementDraft.Tool,
            People = [draft.AboutLearner],
            Outcome = new(Mark: new Mark(sent.Maximum > 0 ? Math.Clamp(sent.Given / sent.Maximum, 0, 1) : 0, sent.Given, 0, sent.Maximum)),
            Extensions = new Dictionary<string, JsonNode>
            {
                [ExtensionIris.GradeFacts] = new JsonObject
                {
                    ["activityProgress"] = sent.ActivityProgress,
                    ["gradingProgress"] = sent.GradingProgress,
                    ["lineItem"] = sent.LineItem,
                },
            },
        };
}
