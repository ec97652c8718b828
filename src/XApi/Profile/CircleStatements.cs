using LearningBuddy.Shared.Circles;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about peer circles.</summary>
internal static class CircleStatements
{
    private const string Neutral = "Peer circle";

    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        CircleFormed formed => [OnCircle(draft, Templates.CircleFormed, Verbs.Create, formed.CircleId)],
        CircleJoined joined => [OnCircle(draft, Templates.CircleJoined, Verbs.Join, joined.CircleId)],
        CircleMet met =>
        [
            GroupStatements.Meeting(draft, Templates.CircleMet, Verbs.Attended, met.Meeting) with
            {
                Outcome = new(Completion: true, Duration: met.Duration),
                Other = [draft.Activities.Circle(met.Meeting.GroupId, NameOf(draft))],
                Team = new(Roles.PeerCircle, NameOf(draft), $"circle-{met.Meeting.GroupId:D}"),
            },
        ],
        _ => null,
    };

    private static MappedStatement OnCircle(StatementDraft draft, string template, VerbTerm verb, Guid circle) =>
        draft.Of(template, verb, draft.Activities.Circle(circle, NameOf(draft))) with
        {
            Actor = draft.Actor,
            Team = new(Roles.PeerCircle, NameOf(draft), $"circle-{circle:D}"),
        };

    private static string NameOf(StatementDraft draft) => draft.Words(TextKind.CircleName) ?? Neutral;
}
