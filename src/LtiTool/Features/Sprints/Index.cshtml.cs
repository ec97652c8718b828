using System.Globalization;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>A learner's sprints: how far each is, and a break. Whoever doesn't learn here sees the board.</summary>
[OfTheme(typeof(SprintsSection))]
internal sealed class IndexModel(
    LearnerReader learners, SprintChoices choices, SprintTicks ticks, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>The learner's history.</summary>
    public Progress Progress { get; private set; } = Progress.None;

    /// <summary>The learner's sprints.</summary>
    public IReadOnlyList<Sprint> Sprints { get; private set; } = [];

    /// <summary>Whether learners choose, and this one may still change what they chose.</summary>
    public bool CanChange { get; private set; }

    /// <summary>What is asked of the learner about breaks.</summary>
    public DateOnly Today => Session.DayOf(clock.GetUtcNow());

    /// <summary>The last day a break can have.</summary>
    public DateOnly LastDay => Today.AddDays(SprintTicks.LongestBreak);

    /// <summary>The day until which the learner takes a break, or null.</summary>
    public DateOnly? PausedUntil => Progress.Of<SprintsProgress>().PausedUntil(clock.GetUtcNow());

    /// <summary>Whether a day was no break.</summary>
    public bool IsNoBreak { get; private set; }

    /// <summary>Shows the page.</summary>
    /// <param name="nobreak">True after a day that was no break.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(bool nobreak, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage(Session.IsLearner || !Design.Find<SprintsSection>()!.IsChosen ? "/Today/Index" : "/Sprints/Board");
        }

        Progress = await learners.ProgressAsync(own, ct);
        Sprints = SprintChoice.Of(Design, Progress);
        CanChange = Design.Find<SprintsSection>()!.IsChosen
            && (SprintChoice.StillToChoose(Design, Progress) > 0 || !await choices.IsClosedAsync(ct));
        IsNoBreak = nobreak;
        return Page();
    }

    /// <summary>Takes a break.</summary>
    public async Task<IActionResult> OnPostPauseAsync(string? until, CancellationToken ct)
    {
        var day = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed)
            ? typed
            : (DateOnly?)null;
        return await ticks.PauseAsync(day, Today, ct)
            ? RedirectToPage("/Today/Index", pageHandler: null, new { done = "sprints.done-paused" })
            : RedirectToPage("/Sprints/Index", pageHandler: null, new { nobreak = true });
    }

    /// <summary>Goes on.</summary>
    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct)
    {
        await ticks.ResumeAsync(Today, ct);
        return RedirectToPage("/Today/Index", pageHandler: null, new { done = "sprints.done-resumed" });
    }
}
