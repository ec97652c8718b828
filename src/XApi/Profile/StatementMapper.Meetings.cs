using System.Text.Json.Nodes;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Statements;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    /// <summary>One statement a person: every dashboard counts actors, and none unfolds a group.</summary>
    private static MappedStatement[] Held(StatementDraft draft, BuddyMeetingHeld held) =>
        [.. held.Attendees.Select((attendee, index) => Meeting(draft, Templates.BuddyMeetingHeld, Verbs.Attended, held.Meeting) with
        {
            Id = StatementIds.ForEvent(draft.Event.Id, index + 1),
            Actor = draft.Person(attendee),
            Outcome = new(Completion: true, Duration: held.Duration),
            People = [.. held.Attendees.Where(other => other != attendee).Select(other => new RoleOfPerson(
                other == draft.Event.LearnerId ? Roles.Learner : Roles.LearningBuddy, draft.Person(other)))],
            Team = new(Roles.BuddyPair, "Buddy pair", $"pairing-{held.Meeting.GroupId:D}"),
        })];

    private static MappedStatement[] Met(StatementDraft draft, CircleMet met) =>
        [.. met.Attendees.Select((attendee, index) => Meeting(draft, Templates.CircleMet, Verbs.Attended, met.Meeting) with
        {
            Id = StatementIds.ForEvent(draft.Event.Id, index + 1),
            Actor = draft.Person(attendee),
            Outcome = new(Completion: true, Duration: met.Duration),
            Other = [draft.Activities.Circle(met.Meeting.GroupId, met.CircleName)],
            Team = new(Roles.PeerCircle, met.CircleName, $"circle-{met.Meeting.GroupId:D}"),
        })];

    private static MappedStatement Meeting(StatementDraft draft, string template, VerbTerm verb, MeetingRef meeting) =>
        draft.Of(template, verb, draft.Activities.Meeting(meeting.Id, NameOf(meeting))) with
        {
            Other = [meeting.Kind == MeetingKind.Buddy ? draft.Activities.Pairing(meeting.GroupId) : draft.Activities.Circle(meeting.GroupId)],
            Extensions = FactsOf(meeting),
        };

    private static Words NameOf(MeetingRef meeting)
    {
        var (en, de) = meeting.Kind switch
        {
            MeetingKind.Buddy => ("Buddy meeting", "Treffen mit Lernpartner"),
            MeetingKind.Circle => ("Circle session", "Kreistreffen"),
            MeetingKind.CircleReconvene => ("Circle reconvened", "Kreis, Wiedersehen"),
        };
        return meeting.Of is { } all
            ? new($"{en} {meeting.Sequence} of {all}", $"{de} {meeting.Sequence} von {all}")
            : new($"{en} {meeting.Sequence}", $"{de} {meeting.Sequence}");
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
}
