using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;

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

    /// <summary>
    /// A plan of the journey's end is given up where the design has no such start any more and nothing of it has come: what comes later
    /// of it, because the learner chose when, doesn't bring it back.
    /// </summary>
    public static IEnumerable<Follows> GiveUpPlan(in Happening happening)
    {
        if (happening.Event.What is not DesignChanged
            || happening.Design.Find<NudgesSection>() is { Exercises.Count: > 0, From: NudgeStart.CourseEnd })
        {
            return [];
        }

        var (at, nudges) = (happening.At, happening.After.Of<NudgesProgress>());
        return nudges.Plans
            .Where(plan => plan is { Start: NudgeStart.CourseEnd, IsGivenUp: false } && (plan.Began > at || !nudges.HasCome(plan)))
            .Select(plan => new Follows.Event(new NudgePlanGivenUp(plan.Id), Actor.Tool));
    }

    /// <summary>
    /// A plan that began, a new design, another pace, another choice of sprints and what is wanted once more arrange what is planned.
    /// </summary>
    public static IEnumerable<Follows> Arrange(in Happening happening)
    {
        var isAsked = happening.Event.What switch
        {
            NudgePlanBegun or NudgePaceChosen or SprintChosen or SprintUnchosen => true,
            NudgeActedOn acted => NudgeAnswer.WantsAgain(acted.Action),

            // A plan that begins because of the design is arranged when it has begun.
            DesignChanged => happening.Design.Find<NudgesSection>() is not { Exercises.Count: > 0 } section
                || Begins(section, in happening) is null,

            // A plan of before plans had days goes on.
            NudgeSent sent => happening.After.Of<NudgesProgress>().Find(sent.Nudge.Id) is { Day: 0 },
            _ => false,
        };
        if (!isAsked)
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

    private static NudgePlanBegun? Begins(NudgesSection section, in Happening happening) => happening.Event.What switch
    {
        ReviewConfirmed when section.From == NudgeStart.Confirmation => BeginsNow(section, in happening),
        BehaviourCertified when section.From == NudgeStart.Certification => BeginsNow(section, in happening),
        JourneyStarted or DesignChanged when section.From == NudgeStart.CourseEnd => BeginsAtEnd(section, in happening),
        _ => null,
    };

    private static NudgePlanBegun? BeginsNow(NudgesSection section, in Happening happening) =>
        happening.After.Of<NudgesProgress>().IsUnderWay(section, happening.At)
            ? null
            : Plan(section, in happening, happening.Event.Id, happening.At);

    /// <summary>There is one plan of the journey's end, which moves with it while either end lies ahead.</summary>
    private static NudgePlanBegun? BeginsAtEnd(NudgesSection section, in Happening happening)
    {
        if (!happening.After.Of<JourneyProgress>().HasStarted || JourneyEnd(happening.Design) is not { } end)
        {
            return null;
        }

        var id = DerivedId.From(happening.Event.ParticipationId, "nudges at the journey's end");
        var nudges = happening.After.Of<NudgesProgress>();
        if (nudges.Plans.FirstOrDefault(plan => plan.Id == id) is not { } plan)
        {
            // An end that is long past begins nothing, and ends nothing that is under way.
            return end.AddDays(section.Days[^1]) > happening.At ? Plan(section, in happening, id, end) : null;
        }

        var isMoved = plan.From != end && (plan.From > happening.At || end > happening.At);
        var isBack = nudges.Holding(section)?.Id != id && end > happening.At;
        return isMoved || isBack ? new NudgePlanBegun(id, end, plan.IsHeldOut) { Start = NudgeStart.CourseEnd } : null;
    }

    private static NudgePlanBegun Plan(NudgesSection section, in Happening happening, Guid id, DateTimeOffset from)
    {
        var e = happening.Event;
        return new NudgePlanBegun(id, from, HoldOut.Holds(e.JourneyId, e.LearnerId, section.HoldOutPercent)) { Start = section.From };
    }

    /// <summary>When the journey's last day is over, where the journey is, UTC; null where it has none.</summary>
    private static DateTimeOffset? JourneyEnd(JourneyDesign design) =>
        design.EndsOn is { } last && TimeZoneInfo.TryFindSystemTimeZoneById(design.TimeZone, out var zone)
            ? DayStart.Of(last.AddDays(1), zone)
            : null;
}
