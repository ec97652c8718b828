using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Statements.Model;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    private static MappedStatement? MapBuddies(StatementDraft draft, JourneyEvent what) => what switch
    {
        BuddyInvited { BuddyId: { } buddy } invited => Invitation(draft, invited.PairId, buddy),
        BuddyInvited invited => draft.Of(Templates.BuddyInvitedByCode, Verbs.Invite, draft.Activities.Pairing(invited.PairId)),
        BuddyAccepted accepted => draft.Of(Templates.BuddyAccepted, Verbs.Accept, draft.Activities.Pairing(accepted.PairId)) with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            AnswersStatement = Answering(accepted.InvitationEventId),
        },
        BuddyDeclined declined => draft.Of(Templates.BuddyDeclined, Verbs.Reject, draft.Activities.Pairing(declined.PairId)) with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            AnswersStatement = Answering(declined.InvitationEventId),
        },
        BuddyInvitationWithdrawn withdrawn =>
            draft.Of(Templates.BuddyInvitationWithdrawn, Verbs.Cancel, draft.Activities.Pairing(withdrawn.PairId)) with
            {
                AnswersStatement = Answering(withdrawn.InvitationEventId),
            },
        BuddyEnded ended => draft.Of(Templates.BuddyEnded, Verbs.Terminate, draft.Activities.Pairing(ended.PairId)) with
        {
            Actor = draft.Actor,
        },
        BuddyLeft left => draft.Of(Templates.BuddyLeft, Verbs.Leave, draft.Activities.Pairing(left.PairId)) with
        {
            Actor = draft.Actor,
        },
        PracticeAttempted attempted => Practice(draft, attempted),
        _ => null,
    };

    private static MappedStatement Invitation(StatementDraft draft, Guid pair, Guid buddy)
    {
        var pairing = draft.Activities.Pairing(pair);
        var target = new Activity(pairing.Id, new ActivityDefinition(pairing.Type, pairing.Name));
        return draft.Of(Templates.BuddyInvited, Verbs.Invite, pairing) with
        {
            Object = null,
            ObjectPerson = draft.Person(buddy),
            Other = [pairing],
            People = [new(Roles.LearningBuddy, draft.Person(buddy))],
            Extensions = new Dictionary<string, JsonNode>
            {
                [ExtensionIris.Target] = JsonSerializer.SerializeToNode(target, StatementJsonContext.Default.StatementObject)!,
            },
        };
    }

    private static MappedStatement Practice(StatementDraft draft, PracticeAttempted attempted) =>
        draft.Of(Templates.ScenarioAttempted, Verbs.Attempted, draft.Activities.Scenario(attempted.ScenarioName)) with
        {
            Actor = draft.Actor,
            Outcome = new(
                Mark: attempted.Points is { } points ? ToMark(points) : null,
                Response: attempted.Reflection,
                Duration: attempted.Duration),
            Other = [draft.Activities.PracticePair(attempted.PairId)],
            People = [new(Roles.PracticeBuddy, draft.Person(attempted.PartnerId))],
            Team = new(Roles.BuddyPair, "Practice pair", $"pairing-{attempted.PairId:D}"),
            Extensions = new Dictionary<string, JsonNode> { [ExtensionIris.AttemptId] = attempted.RoundId.ToString("D") },
        };
}
