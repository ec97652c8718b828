using System.Diagnostics;
using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

/// <summary>
/// Turns a journey event into statements: only typed fields of the event are read, so that nothing personal can leave unseen.
/// One theme of events a file; this one only finds the right arm.
/// </summary>
public static partial class StatementMapper
{
    /// <summary>The statements of an event: one, or one for each attendee of a meeting.</summary>
    /// <param name="e">The event.</param>
    /// <param name="scene">Names and addresses around it.</param>
    /// <returns>Always the same ids for the same event.</returns>
    public static IReadOnlyList<MappedStatement> Map(RecordedEvent e, StatementScene scene)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(scene);
        var draft = new StatementDraft(e, scene);
        return e.What switch
        {
            BuddyMeetingHeld held => Held(draft, held),
            CircleMet met => Met(draft, met),
            var one => [MapOne(draft, one)],
        };
    }

    private static MappedStatement MapOne(StatementDraft draft, JourneyEvent what) =>
        MapJourney(draft, what)
        ?? MapBuddies(draft, what)
        ?? MapEvidence(draft, what)
        ?? MapReview(draft, what)
        ?? MapCircles(draft, what)
        ?? MapCoaching(draft, what)
        ?? MapNudges(draft, what)
        ?? throw new UnreachableException($"{what.GetType().Name} has no statement.");
}
