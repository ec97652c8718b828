using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Statements;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    private static MappedStatement? MapReview(StatementDraft draft, JourneyEvent what) => what switch
    {
        EvidenceConfirmed confirmed => OnEvidence(draft, Templates.EvidenceConfirmed, Verbs.Approve, confirmed.Evidence) with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            Outcome = new(Success: true, Mark: ToMark(confirmed.Points), Response: confirmed.Comment),
            Revision = confirmed.Evidence.Revision,
            AnswersStatement = Answering(confirmed.SubmissionEventId),
        },
        EvidenceReturned returned => OnEvidence(draft, Templates.EvidenceReturned, Verbs.Return, returned.Evidence) with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            Outcome = new(Success: false, Response: returned.Comment),
            Revision = returned.Evidence.Revision,
            AnswersStatement = Answering(returned.SubmissionEventId),
        },
        Certified certified => Certification(draft, certified),
        CertificationExpired expired => OnCompetency(draft, Templates.CertificationExpired, Verbs.Expired, expired.Behaviour) with
        {
            AnswersStatement = Answering(expired.CertifiedEventId),
        },
        CertificationRevoked revoked => OnCompetency(draft, Templates.CertificationRevoked, Verbs.Forfeited, revoked.Behaviour) with
        {
            AnswersStatement = Answering(revoked.CertifiedEventId),
        },
        CredentialEarned earned => Credential(draft, earned),
        _ => null,
    };

    private static MappedStatement OnCompetency(StatementDraft draft, string template, VerbTerm verb, BehaviourRef behaviour) =>
        draft.Of(template, verb, draft.Activities.Competency(behaviour.Id, behaviour.Name));

    private static MappedStatement Certification(StatementDraft draft, Certified certified) =>
        OnCompetency(draft, Templates.Certified, Verbs.Achieved, certified.Behaviour) with
        {
            Outcome = new(
                Success: true,
                Completion: true,
                Mark: ToMark(certified.Points),
                Extensions: certified.ValidUntil is { } day
                    ? new Dictionary<string, JsonNode> { [ExtensionIris.ValidUntil] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }
                    : null),
            People = [new(Roles.Facilitator, draft.Person(certified.FacilitatorId))],
            Other = [draft.Activities.Evidence(certified.EvidenceId, certified.EvidenceTitle)],
            AnswersStatement = Answering(certified.ConfirmationEventId),
            Extensions = new Dictionary<string, JsonNode>
            {
                [ExtensionIris.Evidence] = new JsonArray(
                    [.. certified.SupportingEventIds.Select(id => (JsonNode)StatementIds.ForEvent(id).ToString("D"))]),
            },
        };

    private static MappedStatement Credential(StatementDraft draft, CredentialEarned earned)
    {
        var badge = draft.Activities.Credential(earned.CredentialId, earned.Name);
        return draft.Of(Templates.CredentialEarned, Verbs.Earned, badge) with
        {
            Outcome = new(Extensions: new Dictionary<string, JsonNode>
            {
                [ExtensionIris.BadgeAssertion] = new JsonObject { ["@id"] = badge.Id },
            }),
            Files = [Linked(ExtensionIris.Certificate, earned.Certificate, new Words("Certificate", "Zertifikat"))],
        };
    }
}
