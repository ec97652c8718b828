using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about certifications and credentials.</summary>
internal static class CertificationStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        BehaviourCertified certified => [Certification(draft, certified)],
        CertificationExpired expired =>
        [
            On(draft, Templates.CertificationExpired, Verbs.Expired, expired.BehaviourId) with
            {
                AnswersStatement = StatementDraft.Answering(expired.CertifiedEventId),
            },
        ],
        CertificationRevoked revoked =>
        [
            On(draft, Templates.CertificationRevoked, Verbs.Forfeited, revoked.BehaviourId) with
            {
                AnswersStatement = StatementDraft.Answering(revoked.CertifiedEventId),
            },
        ],
        CredentialEarned earned => [Credential(draft, earned)],
        _ => null,
    };

    private static MappedStatement On(StatementDraft draft, string template, VerbTerm verb, string behaviourId) =>
        draft.Of(template, verb, draft.Activities.Competency(behaviourId));

    private static MappedStatement Certification(StatementDraft draft, BehaviourCertified certified) =>
        On(draft, Templates.Certified, Verbs.Achieved, certified.BehaviourId) with
        {
            Outcome = new(
                Success: true,
                Completion: true,
                Mark: StatementDraft.ToMark(certified.Points),
                Extensions: certified.ValidUntil is { } day
                    ? new Dictionary<string, JsonNode>
                    {
                        [ExtensionIris.ValidUntil] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    }
                    : null),
            People = [new(Roles.Facilitator, draft.Person(certified.FacilitatorId))],
            Other = [draft.Activities.Evidence(certified.EvidenceId, draft.Words(TextKind.EvidenceTitle))],
            AnswersStatement = StatementDraft.Answering(certified.ConfirmationEventId),
            Extensions = new Dictionary<string, JsonNode>
            {
                [ExtensionIris.Evidence] = new JsonArray(
                    [.. certified.SupportingEventIds.Select(id => (JsonNode)StatementIds.ForEvent(id).ToString("D"))]),
            },
        };

    private static MappedStatement Credential(StatementDraft draft, CredentialEarned earned)
    {
        var certificate = new Words("Certificate", "Zertifikat", "Certificat", "Certificado", "شهادة");
        var badge = draft.Activities.Credential(earned.CredentialId, draft.Words(TextKind.CredentialName) ?? certificate.En);
        return draft.Of(Templates.CredentialEarned, Verbs.Earned, badge) with
        {
            Outcome = new(Extensions: new Dictionary<string, JsonNode>
            {
                [ExtensionIris.BadgeAssertion] = new JsonObject { ["@id"] = badge.Id },
            }),
            Files = [EvidenceStatements.Linked(draft, ExtensionIris.Certificate, earned.Certificate, 0, certificate)],
        };
    }
}
