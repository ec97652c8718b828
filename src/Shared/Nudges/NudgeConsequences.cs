using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Shared.Nudges;

/// <summary>What nudges follow from, and what follows from them.</summary>
public static class NudgeConsequences
{
    /// <summary>What the design says begins a plan, where none is under way.</summary>
    public static IEnumerable<Follows> BeginPlan(in Happening happening)
    {
        return happening.Design.Find<NudgesSection>() is { Exercises.Count: > 0 } section && Begins(section, in happening) is { } begun
            ? [new Follows.Event(begun, Actor.Tool)]
            : [];
    }

    /// <summary>A plan that began, a new design and another pace arrange what is planned.</summary>
    public static IEnumerable<Follows> Arrange(in Happening happening)
    {
        if (happening.Event.What is not (NudgePlanBegun or NudgePaceChosen or DesignChanged))
        {
            return [];
        }

        return NudgePlanner.Arrange(happening.Design, happening.After, happening.Zone, happening.At)
            .Select(what => new Follows.Event(what, Actor.Tool));
    }

    /// <summary>What is planned becomes due.</summary>
    public static IEnumerable<Follows> BecomeDue(in Happening happening) => happening.Event.What switch
    {
        NudgeScheduled scheduled =>
        [
            new Follows.Due(DueKind.Nudge, scheduled.Nudge.Id, scheduled.At)
            {
                IsNew = happening.Before.Of<NudgesProgress>().Find(scheduled.Nudge.Id) is null,
            },
        ],
        NudgeMoved moved => [new Follows.Due(DueKind.Nudge, moved.Nudge.Id, moved.At)],
        NudgeSnoozed snoozed => [new Follows.Due(DueKind.Nudge, snoozed.Nudge.Id, snoozed.Until)],
        _ => [],
    };

    private static NudgePlanBegun? Begins(NudgesSection section, in Happening happening)
    {
        var nudges = happening.After.Of<NudgesProgress>();
        var isUnderWay = nudges.IsUnderWay(section, happening.At);
        switch (happening.Event.What)
        {
            case ReviewConfirmed when section.From == NudgeStart.Confirmation && !isUnderWay:
            case BehaviourCertified when section.From == NudgeStart.Certification && !isUnderWay:
                return Plan(section, in happening, happening.At);
            case JourneyStarted or DesignChanged when section.From == NudgeStart.CourseEnd:
                return FromJourneyEnd(section, in happening, nudges, isUnderWay);
            case NudgeSent sent when nudges.Plan is null && nudges.Find(sent.Nudge.Id) is { } old:
                // A plan of before plans had a beginning goes on.
                return Plan(section, in happening, old.LadderFrom);
            default:
                return null;
        }
    }

    private static NudgePlanBegun Plan(NudgesSection section, in Happening happening, DateTimeOffset from)
    {
        var e = happening.Event;
        return new NudgePlanBegun(e.Id, from, HoldOut.Holds(e.JourneyId, e.LearnerId, section.HoldOutPercent));
    }

    /// <summary>A plan that waits for the journey's end moves with it.</summary>
    private static NudgePlanBegun? FromJourneyEnd(NudgesSection section, in Happening happening, NudgesProgress nudges, bool isUnderWay)
    {
        if (!happening.After.Of<JourneyProgress>().HasStarted || JourneyEnd(in happening) is not { } end)
        {
            return null;
        }

        return nudges.Plan is { } plan && plan.From > happening.At ? plan.From == end ? null : new(plan.Id, end, plan.IsHeldOut)
            : isUnderWay ? null
            : Plan(section, in happening, end);
    }

    /// <summary>When the journey's last day is over where the learner is, UTC; null where it has none.</summary>
    private static DateTimeOffset? JourneyEnd(in Happening happening)
    {
        if (happening.Design.EndsOn is not { } last)
        {
            return null;
        }

        var midnight = last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, happening.Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
