using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about what a learner's path is chosen from.</summary>
internal static class PathStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        SelfAssessed assessed =>
        [
            draft.Of(Templates.SelfAssessed, Verbs.Rated, draft.Activities.Competency(assessed.BehaviourId)) with
            {
                Outcome = new(Mark: StatementDraft.ToMark(assessed.Points)),
                Extensions = new Dictionary<string, JsonNode>
                {
                    [ExtensionIris.AssessmentType] = "self",
                    [ExtensionIris.ScaleLabel] = assessed.ScaleLabel,
                },
            },
        ],
        _ => null,
    };
}
