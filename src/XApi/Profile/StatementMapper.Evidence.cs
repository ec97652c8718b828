using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    private static MappedStatement? MapEvidence(StatementDraft draft, JourneyEvent what) => what switch
    {
        EvidenceDrafted drafted => OnEvidence(draft, Templates.EvidenceDrafted, Verbs.Create, drafted.Evidence) with
        {
            Object = draft.Activities.Evidence(drafted.Evidence.Id),
        },
        EvidenceSubmitted submitted => Submission(draft, submitted),
        EvidenceRevised revised => OnEvidence(draft, Templates.EvidenceRevised, Verbs.Edited, revised.Evidence) with
        {
            Revision = revised.Evidence.Revision,
            AnswersStatement = Answering(revised.PreviousSubmissionEventId),
        },
        EvidenceAttested attested => OnEvidence(draft, Templates.EvidenceAttested, Verbs.Confirm, attested.Evidence) with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            Outcome = attested.Words is { } words ? new(Response: words) : null,
            AnswersStatement = Answering(attested.SubmissionEventId),
            Extensions = RoleOf(attested.Role),
        },
        FeedbackGiven given => Feedback(draft, given),
        FeedbackReceived received => draft.Of(Templates.FeedbackReceived, Verbs.Receive, draft.Activities.Feedback(received.FeedbackId)) with
        {
            AnswersStatement = Answering(received.FeedbackEventId),
        },
        FeedbackRead read => draft.Of(Templates.FeedbackViewed, Verbs.Viewed, draft.Activities.Feedback(read.FeedbackId)) with
        {
            AnswersStatement = Answering(read.FeedbackEventId),
        },
        _ => null,
    };

    private static MappedStatement OnEvidence(StatementDraft draft, string template, VerbTerm verb, EvidenceRef evidence) =>
        draft.Of(template, verb, draft.Activities.Evidence(evidence.Id, evidence.Title)) with
        {
            Grouping = draft.InSprint(evidence.Sprint),
            Other = draft.Competencies(evidence),
        };

    private static MappedStatement Submission(StatementDraft draft, EvidenceSubmitted submitted) =>
        OnEvidence(draft, Templates.EvidenceSubmitted, Verbs.Submit, submitted.Evidence) with
        {
            Outcome = new(Completion: true),
            People = draft.Facilitator,
            Revision = submitted.Evidence.Revision,
            AnswersStatement = submitted.FoundStatementId,
            Extensions = new Dictionary<string, JsonNode> { [ExtensionIris.EvidenceFacts] = FactsOf(submitted) },
            Files = [.. submitted.Files.Select((file, index) => Linked(
                ExtensionIris.SupportingMedia, file, new Words($"File {index + 1}", $"Datei {index + 1}")))],
        };

    private static JsonObject FactsOf(EvidenceSubmitted submitted)
    {
        var facts = new JsonObject
        {
            ["kind"] = submitted.Kind switch
            {
                EvidenceKind.OnTheJob => "on-the-job",
                EvidenceKind.PracticeRound => "scenario",
                EvidenceKind.External => "external-statement",
            },
            ["attachmentCount"] = submitted.Files.Count,
        };
        if (submitted.AppliedOn is { } day)
        {
            facts["appliedOn"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return facts;
    }

    private static MappedStatement Feedback(StatementDraft draft, FeedbackGiven given)
    {
        var statement = OnEvidence(draft, Templates.FeedbackGiven, Verbs.Commented, given.Evidence);
        return statement with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            Outcome = given is { Words: "", Points: null }
                ? null
                : new(Response: given.Words is "" ? null : given.Words, Mark: given.Points is { } points ? ToMark(points) : null),
            AnswersStatement = Answering(given.SubmissionEventId),
            Other = given.GroupId is { } group ? [.. statement.Other, GroupOf(draft, given.Role, group)] : statement.Other,
            Extensions = RoleOf(given.Role),
        };
    }

    private static NeutralActivity GroupOf(StatementDraft draft, ReviewerRole role, Guid group) =>
        role == ReviewerRole.Buddy ? draft.Activities.Pairing(group) : draft.Activities.Circle(group);

    private static Dictionary<string, JsonNode> RoleOf(ReviewerRole role) => new()
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

    private static LinkedFile Linked(string usageType, FileRef file, Words neutralName) =>
        new(usageType, file.Name, neutralName, file.ContentType, file.Length, file.Sha256);
}
