using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Partners;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about practice rounds.</summary>
internal static class PartnerStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        PracticeAttempted attempted => [Practice(draft, attempted)],
        _ => null,
    };

    private static MappedStatement Practice(StatementDraft draft, PracticeAttempted attempted) =>
        draft.Of(Templates.ScenarioAttempted, Verbs.Attempted, draft.Activities.Scenario(attempted.Scenario)) with
        {
            Actor = draft.Actor,
            Outcome = new(
                Mark: attempted.Points is { } points ? StatementDraft.ToMark(points) : null,
                Response: draft.Words(TextKind.Reflection),
                Duration: attempted.Duration),
            Other = [draft.Activities.PracticePair(attempted.PairId)],
            People = [new(Roles.PracticeBuddy, draft.Person(attempted.PartnerId))],
            Team = new(Roles.BuddyPair, "Practice pair", $"pairing-{attempted.PairId:D}"),
            Extensions = new Dictionary<string, JsonNode> { [ExtensionIris.AttemptId] = attempted.RoundId.ToString("D") },
        };
}
