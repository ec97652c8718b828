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
        ViewGiven view =>
        [
            // Not "rated own": a template is known by its verb and its object, so that a view has a verb of its own.
            draft.Of(Templates.ViewGiven, Verbs.Evaluated, draft.Activities.Competency(view.BehaviourId)) with
            {
                Actor = draft.Person(view.PersonId),
                People = [draft.AboutLearner],
                Outcome = new(Mark: StatementDraft.ToMark(view.Points)),
                Extensions = new Dictionary<string, JsonNode>
                {
                    [ExtensionIris.AssessmentType] = NameOf(view.By),
                    [ExtensionIris.ScaleLabel] = view.ScaleLabel,
                },
            },
        ],
        _ => null,
    };

    /// <summary>What somebody is to the learner.</summary>
    private static string NameOf(Viewer by) => by switch
    {
        Viewer.Manager => "manager",
        Viewer.Peer => "peer",
        Viewer.Buddy => "buddy",
        Viewer.Facilitator => "facilitator",
    };
}
