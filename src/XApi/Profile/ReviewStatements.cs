using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about reviews and feedback.</summary>
internal static class ReviewStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        ReviewConfirmed confirmed =>
        [
            EvidenceStatements.On(draft, Templates.EvidenceConfirmed, Verbs.Approve, confirmed.Evidence) with
            {
                Actor = draft.Actor,
                People = [draft.AboutLearner],
                Outcome = new(Success: true, Mark: StatementDraft.ToMark(confirmed.Points), Response: draft.Words(TextKind.ReviewComment)),
                Revision = confirmed.Evidence.Revision,
                AnswersStatement = StatementDraft.Answering(confirmed.SubmissionEventId),
            },
        ],
        ReviewReturned returned =>
        [
            EvidenceStatements.On(draft, Templates.EvidenceReturned, Verbs.Return, returned.Evidence) with
            {
                Actor = draft.Actor,
                People = [draft.AboutLearner],
                Outcome = new(Success: false, Response: draft.Words(TextKind.ReviewComment)),
                Revision = returned.Evidence.Revision,
                AnswersStatement = StatementDraft.Answering(returned.SubmissionEventId),
            },
        ],
        FeedbackGiven given => [Feedback(draft, given)],
        FeedbackReceived received =>
        [
            draft.Of(Templates.FeedbackReceived, Verbs.Receive, draft.Activities.Feedback(received.FeedbackId)) with
            {
                AnswersStatement = StatementDraft.Answering(received.FeedbackEventId),
            },
        ],
        FeedbackRead read =>
        [
            draft.Of(Templates.FeedbackViewed, Verbs.Viewed, draft.Activities.Feedback(read.FeedbackId)) with
            {
                AnswersStatement = StatementDraft.Answering(read.FeedbackEventId),
            },
        ],
        _ => null,
    };

    private static MappedStatement Feedback(StatementDraft draft, FeedbackGiven given)
    {
        var statement = EvidenceStatements.On(draft, Templates.FeedbackGiven, Verbs.Commented, given.Evidence);
        var words = draft.Words(TextKind.Feedback);
        return statement with
        {
            Actor = draft.Actor,
            People = [draft.AboutLearner],
            Outcome = words is null && given.Points is null
                ? null
                : new(Response: words, Mark: given.Points is { } points ? StatementDraft.ToMark(points) : null),
            AnswersStatement = StatementDraft.Answering(given.SubmissionEventId),
            Other = given.GroupId is { } group ? [.. statement.Other, GroupOf(draft, given.Role, group)] : statement.Other,
            Extensions = EvidenceStatements.RoleOf(given.Role),
        };
    }

    private static NeutralActivity GroupOf(StatementDraft draft, ReviewerRole role, Guid group) =>
        role == ReviewerRole.Buddy ? draft.Activities.Pairing(group) : draft.Activities.Circle(group);
}
