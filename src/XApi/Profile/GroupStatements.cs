using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about what groups of every kind do: meet, and promise.</summary>
internal static class GroupStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        MeetingPlanned planned => [Meeting(draft, Templates.MeetingPlanned, Verbs.Schedule, planned.Meeting) with { Actor = draft.Actor }],
        MeetingCancelled cancelled =>
            [Meeting(draft, Templates.MeetingCancelled, Verbs.Cancel, cancelled.Meeting) with { Actor = draft.Actor }],
        MeetingMissed missed => [Meeting(draft, Templates.MeetingMissed, Verbs.Missed, missed.Meeting)],
        CommitmentMade made =>
        [
            OnCommitment(draft, Templates.CommitmentMade, Verbs.Committed, made.CommitmentId, made.GroupId, made.InCircle) with
            {
                Object = draft.Activities.Commitment(made.CommitmentId, draft.Words(TextKind.Commitment)),
                Extensions = Due(made.DueAt),
            },
        ],
        CommitmentSettled { Kept: true } kept =>
        [
            OnCommitment(draft, Templates.CommitmentKept, Verbs.Satisfy, kept.CommitmentId, kept.GroupId, kept.InCircle) with
            {
                Outcome = new(Success: true, Completion: true),
                AnswersStatement = StatementDraft.Answering(kept.MadeEventId),
            },
        ],
        CommitmentSettled broken =>
        [
            OnCommitment(draft, Templates.CommitmentNotKept, Verbs.Unsatisfy, broken.CommitmentId, broken.GroupId, broken.InCircle) with
            {
                Outcome = new(Success: false),
                AnswersStatement = StatementDraft.Answering(broken.MadeEventId),
            },
        ],
        _ => null,
    };

    /// <summary>When something is due, as an extension.</summary>
    public static Dictionary<string, JsonNode> Due(DateTimeOffset? dueAt) => dueAt is { } due
        ? new() { [ExtensionIris.DueDate] = XApiTimestamp.Format(due) }
        : [];

    /// <summary>A statement about a meeting.</summary>
    public static MappedStatement Meeting(StatementDraft draft, string template, VerbTerm verb, MeetingRef meeting) =>
        draft.Of(template, verb, draft.Activities.Meeting(meeting.Id, NameOf(meeting))) with
        {
            Other =
            [
                meeting.Kind == MeetingKind.Buddy ? draft.Activities.Pairing(meeting.GroupId) : draft.Activities.Circle(meeting.GroupId),
            ],
            Extensions = FactsOf(meeting),
        };

    private static Words NameOf(MeetingRef meeting)
    {
        Words kind = meeting.Kind switch
        {
            MeetingKind.Buddy => ActivityNames.BuddyMeeting,
            MeetingKind.Circle => ActivityNames.CircleMeeting,
            MeetingKind.CircleReconvene => ActivityNames.CircleReunion,
        };
        var numbered = kind.With($"{meeting.Sequence}");
        return meeting.Of is { } all ? numbered.With(ActivityNames.OutOf).With($"{all}") : numbered;
    }

    private static Dictionary<string, JsonNode> FactsOf(MeetingRef meeting)
    {
        var facts = new JsonObject { ["kind"] = WordFor(meeting.Kind), ["sequence"] = meeting.Sequence };
        if (meeting.Of is { } all)
        {
            facts["of"] = all;
        }

        var extensions = new Dictionary<string, JsonNode> { [ExtensionIris.MeetingFacts] = facts };
        if (meeting.PlannedStartAt is { } start)
        {
            extensions[ExtensionIris.PlannedStartTime] = XApiTimestamp.Format(start);
        }

        if (meeting.PlannedDuration is { } duration)
        {
            extensions[ExtensionIris.PlannedDuration] = XApiDuration.Format(duration);
        }

        return extensions;
    }

    private static string WordFor(MeetingKind kind) => kind switch
    {
        MeetingKind.Buddy => "buddy",
        MeetingKind.Circle => "circle",
        MeetingKind.CircleReconvene => "circle-reconvene",
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
}
