using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about a journey as a whole.</summary>
internal static class JourneyStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        JourneyStarted => [draft.OfJourney(Templates.JourneyStarted, Verbs.Initialized, draft.Activities.Journey)],
        JourneyCompleted completed =>
        [
            draft.OfJourney(Templates.JourneyCompleted, Verbs.Completed, draft.Activities.Journey) with
            {
                Outcome = new(Completion: true, Success: completed.Success, Duration: completed.Duration),
            },
        ],
        JourneyRestarted =>
        [
            draft.OfJourney(Templates.JourneyRestarted, Verbs.Start, draft.Activities.Journey) with
            {
                People = [new(Roles.Facilitator, draft.Person(draft.Event.ActorId))],
            },
        ],
        JourneyWithdrawn => [draft.OfJourney(Templates.JourneyWithdrawn, Verbs.Unregistered, draft.Activities.Journey)],
        _ => null,
    };
}
