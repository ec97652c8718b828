using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Shared.Nudges;

/// <summary>What nudges follow from, and what follows from them.</summary>
public static class NudgeConsequences
{
    /// <summary>
    /// A confirmation begins a plan where none is under way; each nudge that went out calls for the next; each that is planned becomes
    /// due.
    /// </summary>
    public static IEnumerable<Follows> Climb(in Happening happening)
    {
        var (e, nudges) = (happening.Event, happening.After.Of<NudgesProgress>());
        switch (e.What)
        {
            case NudgeScheduled scheduled:
                return [new Follows.Due(DueKind.Nudge, scheduled.Nudge.Id, scheduled.At) { IsNew = true }];
            case NudgeSnoozed snoozed:
                return [new Follows.Due(DueKind.Nudge, snoozed.Nudge.Id, snoozed.Until)];
            case ReviewConfirmed when !nudges.IsClimbing:
                return Planned(NudgeLadder.Step(in happening, e.Id, e.OccurredAt, step: 1));
            case NudgeSent sent when nudges.Find(sent.Nudge.Id) is { } climbed:
                return Planned(NudgeLadder.Step(in happening, climbed.LadderId, climbed.LadderFrom, sent.Nudge.Step + 1));
            default:
                return [];
        }
    }

    private static Follows[] Planned(NudgeScheduled? nudge) => nudge is null ? [] : [new Follows.Event(nudge, Actor.Tool)];
}
