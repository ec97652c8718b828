using System.Text.Json.Nodes;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Statements;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    private static MappedStatement? MapCircles(StatementDraft draft, JourneyEvent what) => what switch
    {
        MeetingPlanned planned => Meeting(draft, Templates.MeetingPlanned, Verbs.Schedule, planned.Meeting) with { Actor = draft.Actor },
        MeetingCancelled cancelled => Meeting(draft, Templates.MeetingCancelled, Verbs.Cancel, cancelled.Meeting) with { Actor = draft.Actor },
        MeetingMissed missed => Meeting(draft, Templates.MeetingMissed, Verbs.Missed, missed.Meeting),
        CircleFormed formed => OnCircle(draft, Templates.CircleFormed, Verbs.Create, formed.CircleId, formed.Name),
        CircleJoined joined => OnCircle(draft, Templates.CircleJoined, Verbs.Join, joined.CircleId, joined.Name),
        CommitmentMade made => OnCommitment(draft, Templates.CommitmentMade, Verbs.Committed, made.CommitmentId, made.GroupId, made.InCircle) with
        {
            Object = draft.Activities.Commitment(made.CommitmentId, made.Words),
            Extensions = Due(made.DueAt),
        },
        CommitmentSettled { Kept: true } kept =>
            OnCommitment(draft, Templates.CommitmentKept, Verbs.Satisfy, kept.CommitmentId, kept.GroupId, kept.InCircle) with
            {
                Outcome = new(Success: true, Completion: true),
                AnswersStatement = Answering(kept.MadeEventId),
            },
        CommitmentSettled broken =>
            OnCommitment(draft, Templates.CommitmentNotKept, Verbs.Unsatisfy, broken.CommitmentId, broken.GroupId, broken.InCircle) with
            {
                Outcome = new(Success: false),
                AnswersStatement = Answering(broken.MadeEventId),
            },
        _ => null,
    };

    private static MappedStatement OnCircle(StatementDraft draft, string template, VerbTerm verb, Guid circle, string name) =>
        draft.Of(template, verb, draft.Activities.Circle(circle, name)) with
        {
            Actor = draft.Actor,
            Team = new(Roles.PeerCircle, name, $"circle-{circle:D}"),
        };

    private static MappedStatement OnCommitment(
        StatementDraft draft, string template, VerbTerm verb, Guid commitment, Guid group, bool inCircle) =>
        draft.Of(template, verb, draft.Activities.Commitment(commitment)) with
        {
            Actor = draft.Actor,
            Other = [inCircle ? draft.Activities.Circle(group) : draft.Activities.Pairing(group)],
            Team = inCircle
                ? new(Roles.PeerCircle, "Peer circle", $"circle-{group:D}")
                : new(Roles.BuddyPair, "Buddy pair", $"pairing-{group:D}"),
        };

    private static Dictionary<string, JsonNode> Due(DateTimeOffset? dueAt) => dueAt is { } due
        ? new() { [ExtensionIris.DueDate] = XApiTimestamp.Format(due) }
        : [];
}
