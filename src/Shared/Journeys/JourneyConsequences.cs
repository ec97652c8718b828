using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Journeys;

/// <summary>When a journey is over.</summary>
public static class JourneyConsequences
{
    /// <summary>
    /// Once every behaviour that is practised is certified, and there is a buddy where the design wants one, the journey is complete: once,
    /// whatever comes later.
    /// </summary>
    public static IEnumerable<Follows> Complete(in Happening happening)
    {
        var journey = happening.After.Of<JourneyProgress>();
        if (happening.Event.What is not (BehaviourCertified or DesignChanged or BuddyAccepted or SprintChosen or SprintUnchosen)
            || journey.CompletedAt is not null || journey.StartedAt is not { } started
            || happening.Design.Find<CertificationSection>() is null
            || !CertificationProgress.IsComplete(happening.Design, happening.After)
            || !BuddySteps.MayFinish(happening.Design, happening.After))
        {
            return [];
        }

        return [new Follows.Event(new JourneyCompleted(Success: true, happening.At - started), new Actor(happening.Event.LearnerId))];
    }
}
