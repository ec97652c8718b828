using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>The inbox: small exercises that came, each with one button.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(NudgesSection))]
internal sealed class IndexModel(LearnerReader learners, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>What came and isn't settled, newest first.</summary>
    public IReadOnlyList<NudgeProgress> Open { get; private set; } = [];

    /// <summary>What was settled, newest first.</summary>
    public IReadOnlyList<NudgeProgress> Settled { get; private set; } = [];

    /// <summary>When the next one is planned, UTC, or null.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>What a nudge asks for, in the words of the design.</summary>
    public string TextOf(NudgeProgress nudge) => Design.Find<NudgesSection>()!.Find(nudge.Nudge.ExerciseId)?.Text ?? "";

    /// <summary>How somebody can see that the behaviour is there, in the words of the design; null where it says nothing.</summary>
    public string? HowOf(NudgeProgress nudge) =>
        Design.FindBehaviour(nudge.Nudge.BehaviourId)?.ShownBy is { Length: > 0 } shownBy ? shownBy : null;

    /// <summary>Shows the inbox.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return;
        }

        var nudges = (await learners.ProgressAsync(own, ct)).Of<NudgesProgress>();
        Open = [.. nudges.Open.Reverse()];
        Settled = [.. nudges.All.Where(nudge => nudge.State == NudgeState.Settled).Reverse()];
        NextAt = nudges.All.Where(nudge => nudge.State == NudgeState.Planned).Select(nudge => (DateTimeOffset?)nudge.DueAt).Min();
    }

    /// <summary>Done: opens an empty page to write it down, with the exercise quoted above.</summary>
    public async Task<IActionResult> OnPostDoneAsync(Guid id, CancellationToken ct)
    {
        RedirectToPageResult? next = null;
        await ChangeAsync(
            id,
            (nudge, change) =>
            {
                var (behaviour, exercise) = (nudge.Nudge.BehaviourId, nudge.Nudge.ExerciseId);
                next = RedirectToPage("/Evidence/Write", new { id = change.NewId(), behaviour, exercise });
                return [new NudgeActedOn(nudge.Nudge, "log-evidence")];
            },
            ct);
        return next ?? RedirectToPage();
    }

    /// <summary>Later: it comes back then, outside quiet hours.</summary>
    public async Task<IActionResult> OnPostSnoozeAsync(Guid id, NudgeDelay delay, CancellationToken ct)
    {
        var (wait, done) = delay switch
        {
            NudgeDelay.Hour => (TimeSpan.FromHours(1), "nudges.done-hour"),
            NudgeDelay.Week => (TimeSpan.FromDays(7), "nudges.done-week"),
            _ => (TimeSpan.FromDays(1), "nudges.done-snoozed"),
        };
        await ChangeAsync(
            id, (nudge, change) => [new NudgeSnoozed(nudge.Nudge, QuietHours.NextByDefault(change.Now + wait, Session.Zone))], ct);
        return Done("/Nudges/Index", done);
    }

    /// <summary>Not this one.</summary>
    public async Task<IActionResult> OnPostDismissAsync(Guid id, CancellationToken ct)
    {
        await ChangeAsync(id, (nudge, _) => [new NudgeDismissed(nudge.Nudge)], ct);
        return Done("/Nudges/Index", "nudges.done-dismissed");
    }

    /// <summary>Notes an answer to a nudge that is open; whoever presses twice has answered once.</summary>
    private async Task ChangeAsync(Guid id, Func<NudgeProgress, JourneyChange, IReadOnlyList<JourneyEvent>> answer, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return;
        }

        await writer.ChangeAsync(
            Subjects.Of(own),
            Session.Actor,
            change =>
            {
                if (change.Learner(own)?.Progress.Of<NudgesProgress>().Find(id) is not { State: NudgeState.Sent } nudge)
                {
                    return false;
                }

                var answers = answer(nudge, change);
                foreach (var what in nudge.IsOpened ? answers : [new NudgeOpened(nudge.Nudge), .. answers])
                {
                    change.Happened(own, what);
                }

                return true;
            },
            ct);
    }
}

/// <summary>How long an exercise is put off.</summary>
public enum NudgeDelay
{
    /// <summary>Until tomorrow.</summary>
    Day,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A week.</summary>
    Week,
}
