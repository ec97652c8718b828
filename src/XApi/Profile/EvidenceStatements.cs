using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about practice evidence.</summary>
internal static class EvidenceStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        EvidenceDrafted drafted => [draft.Of(Templates.EvidenceDrafted, Verbs.Create, draft.Activities.Evidence(drafted.EvidenceId))],
        EvidenceSubmitted submitted => [Submission(draft, submitted)],
        EvidenceRevised revised =>
        [
            On(draft, Templates.EvidenceRevised, Verbs.Edited, revised.Evidence) with
            {
                Revision = revised.Evidence.Revision,
                AnswersStatement = StatementDraft.Answering(revised.PreviousSubmissionEventId),
            },
        ],
        EvidenceAttested attested =>
        [
            On(draft, Templates.EvidenceAttested, Verbs.Confirm, attested.Evidence) with
            {
                Actor = draft.Actor,
                People = [draft.AboutLearner],
                Outcome = draft.Words(TextKind.Attestation) is { } words ? new(Response: words) : null,
                AnswersStatement = StatementDraft.Answering(attested.SubmissionEventId),
                Extensions = new Dictionary<string, JsonNode>(RoleOf(attested.Role))
                {
                    [ExtensionIris.AttestationBasis] = NameOf(attested.Basis),
                },
            },
        ],
        _ => null,
    };

    /// <summary>A statement about a version of evidence.</summary>
    public static MappedStatement On(StatementDraft draft, string template, VerbTerm verb, EvidenceRef evidence) =>
        draft.Of(template, verb, draft.Activities.Evidence(evidence.Id, draft.Words(TextKind.EvidenceTitle))) with
        {
            Grouping = evidence.SprintId is { } sprint
                ? [draft.Activities.Course, draft.Activities.Sprint(sprint)]
                : [draft.Activities.Course],
            Other = [.. evidence.BehaviourIds.Select(draft.Activities.Competency)],
        };

    /// <summary>In which role somebody looked at it.</summary>
    public static Dictionary<string, JsonNode> RoleOf(ReviewerRole role) => new()
    {
        [ExtensionIris.ReviewerRole] = role switch
        {
            ReviewerRole.Buddy => "buddy",
            ReviewerRole.Peer => "peer",
            ReviewerRole.Facilitator => "facilitator",
            ReviewerRole.Manager => "manager",
            ReviewerRole.Witness => "witness",
        },
    };

    /// <summary>Whether somebody who vouches for it was there.</summary>
    private static string NameOf(AttestationBasis basis) => basis switch
    {
        AttestationBasis.Present => "present",
        AttestationBasis.TalkedThrough => "talked-through",
        AttestationBasis.CannotSay => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Who can't say vouches for nothing."),
    };

    /// <summary>A file that the statement links to, by its own name where texts may leave.</summary>
    public static LinkedFile Linked(StatementDraft draft, string usageType, FileRef file, int index, Words neutralName) => new(
        usageType,
        draft.Words(TextKind.FileName, index) ?? neutralName.En,
        neutralName,
        file.ContentType,
        file.Length,
        file.Sha256);

    private static MappedStatement Submission(StatementDraft draft, EvidenceSubmitted submitted) =>
        On(draft, Templates.EvidenceSubmitted, Verbs.Submit, submitted.Evidence) with
        {
            Outcome = new(Completion: true),
            People = draft.Facilitator,
            Revision = submitted.Evidence.Revision,
            AnswersStatement = submitted.FoundStatementId,
            Extensions = new Dictionary<string, JsonNode> { [ExtensionIris.EvidenceFacts] = FactsOf(submitted) },
            Files = [.. submitted.Files.Select((file, index) => Linked(
                draft, ExtensionIris.SupportingMedia, file, index,
                new Words("File", "Datei", "Fichier", "Archivo", "الملف").With($"{index + 1}")))],
        };

    private static JsonObject FactsOf(EvidenceSubmitted submitted) => new()
    {
        ["kind"] = submitted.Kind switch
        {
            EvidenceKind.OnTheJob => "on-the-job",
            EvidenceKind.PracticeRound => "scenario",
            EvidenceKind.External => "external-statement",
        },
        ["attachmentCount"] = submitted.Files.Count,
        ["appliedOn"] = submitted.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
