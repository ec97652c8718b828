using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.XApi.Statements;
using LearningBuddy.XApi.Statements.Model;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about learning buddies.</summary>
internal static class BuddyStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        BuddyMeetingHeld held => Held(draft, held),
        BuddyInvited invited when (invited.BuddyId ?? invited.GuestId) is { } asked => [Invitation(draft, invited.PairId, asked)],
        BuddyInvited invited => [OnPair(draft, Templates.BuddyInvitedByCode, Verbs.Invite, invited.PairId)],
        BuddyAccepted accepted => [Answer(draft, Templates.BuddyAccepted, Verbs.Accept, accepted.PairId, accepted.InvitationEventId)],
        BuddyDeclined declined => [Answer(draft, Templates.BuddyDeclined, Verbs.Reject, declined.PairId, declined.InvitationEventId)],
        BuddyInvitationWithdrawn withdrawn => [Ended(draft, withdrawn.PairId, withdrawn.InvitationEventId)],
        BuddyInvitationExpired expired =>
            [Ended(draft, expired.PairId, expired.InvitationEventId) with { Actor = StatementDraft.Tool, People = [draft.AboutLearner] }],
        BuddyEnded ended => [OnPair(draft, Templates.BuddyEnded, Verbs.Terminate, ended.PairId) with { Actor = draft.Actor }],
        BuddyLeft left => [OnPair(draft, Templates.BuddyLeft, Verbs.Leave, left.PairId) with { Actor = draft.Actor }],
        _ => null,
    };

    private static MappedStatement OnPair(StatementDraft draft, string template, VerbTerm verb, Guid pair) =>
        draft.Of(template, verb, draft.Activities.Pairing(pair));

    private static MappedStatement Answer(StatementDraft draft, string template, VerbTerm verb, Guid pair, Guid invitation) =>
        OnPair(draft, template, verb, pair) with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            AnswersStatement = StatementDraft.Answering(invitation),
        };

    private static MappedStatement Ended(StatementDraft draft, Guid pair, Guid invitation) =>
        OnPair(draft, Templates.BuddyInvitationWithdrawn, Verbs.Cancel, pair) with
        {
            AnswersStatement = StatementDraft.Answering(invitation),
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

    private static MappedStatement ThereWas(StatementDraft draft, BuddyMeetingHeld held) =>
        GroupStatements.Meeting(draft, Templates.BuddyMeetingHeld, Verbs.Attended, held.Meeting);

    /// <summary>One statement per person: every dashboard counts actors, and none unfolds a group.</summary>
    private static MappedStatement[] Held(StatementDraft draft, BuddyMeetingHeld held) =>
        [.. held.Attendees.Select((attendee, index) => ThereWas(draft, held) with
        {
            Id = StatementIds.ForEvent(draft.Event.Id, index + 1),
            Actor = draft.Person(attendee),
            Outcome = new(Completion: true, Duration: held.Duration),
            People = [.. held.Attendees.Where(other => other != attendee).Select(other => new RoleOfPerson(
                other == draft.Event.LearnerId ? Roles.Learner : Roles.LearningBuddy, draft.Person(other)))],
            Team = new(Roles.BuddyPair, "Buddy pair", $"pairing-{held.Meeting.GroupId:D}"),
        })];
}
