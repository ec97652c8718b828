using System.Globalization;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>When exercises come, and how many: the learner moves them and chooses the pace.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(NudgesSection))]
internal sealed class PlanModel(LearnerReader learners, JourneyWriter writer, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>An exercise can be moved this far.</summary>
    private const int FarthestDays = 180;

    /// <summary>What is to come, the next one first.</summary>
    public IReadOnlyList<NudgeProgress> Planned { get; private set; } = [];

    /// <summary>How many the learner wants.</summary>
    public NudgePace Pace { get; private set; }

    /// <summary>Whether a plan began.</summary>
    public bool HasPlan { get; private set; }

    /// <summary>Whether chance left the learner without exercises.</summary>
    public bool IsHeldOut { get; private set; }

    /// <summary>The share of learners who get none, in percent.</summary>
    public int HoldOutPercent => Design.Find<NudgesSection>()!.HoldOutPercent;

    /// <summary>The first day that one can be moved to: today, where the learner is.</summary>
    public DateOnly First => Session.DayOf(clock.GetUtcNow());

    /// <summary>The last one.</summary>
    public DateOnly Last => First.AddDays(FarthestDays);

    /// <summary>Whether a day was chosen that can't be had.</summary>
    public bool IsBadDay { get; private set; }

    /// <summary>What was moved to a day on which nothing comes, the day asked for and when it comes instead, UTC; null for none.</summary>
    public (DateOnly Asked, DateTimeOffset At)? Shifted { get; private set; }

    /// <summary>Shows the plan.</summary>
    /// <param name="fault">Whether a day was chosen that can't be had.</param>
    /// <param name="moved">The one that was moved to another day than was asked for.</param>
    /// <param name="asked">The day that was asked for.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task OnGetAsync(bool fault, Guid? moved, DateOnly? asked, CancellationToken ct)
    {
        IsBadDay = fault;
        if (Session.ParticipationId is { } own)
        {
            var nudges = (await learners.ProgressAsync(own, ct)).Of<NudgesProgress>();
            (Planned, Pace) = ([.. nudges.Planned], nudges.Pace);
            var plan = nudges.Holding(Design.Find<NudgesSection>()!);
            (HasPlan, IsHeldOut) = (plan is not null, plan is { IsHeldOut: true });
            var other = Planned.FirstOrDefault(nudge => nudge.Nudge.Id == moved);
            Shifted = asked is { } day && other is not null && Session.DayOf(other.DueAt) != day ? (day, other.DueAt) : null;
        }
    }

    /// <summary>Takes the pace: what is planned follows.</summary>
    public async Task<IActionResult> OnPostPaceAsync(NudgePace pace, CancellationToken ct) =>
        Say(await ChangeAsync(nudges => nudges.Pace != pace && Enum.IsDefined(pace) ? new NudgePaceChosen(pace) : null, ct));

    /// <summary>
    /// Moves one to another day, at the time it had; outside quiet hours. Where that is another day than was asked for, and where a day
    /// can't be had, the page says so.
    /// </summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, DateOnly day, CancellationToken ct)
    {
        if (!ModelState.IsValid || day < First || day > Last)
        {
            return RedirectToPage(new { fault = true });
        }

        var at = default(DateTimeOffset);
        var isMoved = await ChangeAsync(
            nudges => nudges.Find(id) is { State: NudgeState.Planned } planned
                ? new NudgeMoved(planned.Nudge, at = MovedTo(planned.DueAt, day))
                : null,
            ct);
        return isMoved && Session.DayOf(at) != day
            ? RedirectToPage(new { moved = id, asked = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })
            : Say(isMoved);
    }

    private DateTimeOffset MovedTo(DateTimeOffset was, DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(was, Session.Zone).DateTime));
        var wanted = new DateTimeOffset(local, Session.Zone.GetUtcOffset(local)).ToUniversalTime();
        return QuietHours.NextByDefault(wanted > clock.GetUtcNow() ? wanted : clock.GetUtcNow(), Session.Zone);
    }

    /// <summary>Where nothing was changed, the page says nothing.</summary>
    private IActionResult Say(bool isChanged) => isChanged ? Done("/Nudges/Plan", "nudges.done-plan") : RedirectToPage();

    /// <summary>Notes what the learner decides, if anything.</summary>
    private async Task<bool> ChangeAsync(Func<NudgesProgress, JourneyEvent?> decide, CancellationToken ct) =>
        Session.ParticipationId is { } own && await writer.ChangeAsync(
            Subjects.Of(own),
            Session.Actor,
            change =>
            {
                if (change.Learner(own) is not { } learner || decide(learner.Progress.Of<NudgesProgress>()) is not { } what)
                {
                    return false;
                }

                change.Happened(own, what);
                return true;
            },
            ct);
}
