using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Today;

/// <summary>What to do now, what waits for others, and how far it has come. It knows no theme: each shows its own part.</summary>
public sealed class IndexModel(LearnerReader learners, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>What happened so far.</summary>
    public Progress Progress { get; private set; } = Progress.None;

    /// <summary>What to do first; null when nothing is asked for.</summary>
    public NextStep? First { get; private set; }

    /// <summary>What waits for others.</summary>
    public IReadOnlyList<WaitingStep> Waiting { get; private set; } = [];

    /// <summary>The road: the stretches of the journey with true counts.</summary>
    public IReadOnlyList<Phase> Road { get; private set; } = [];

    /// <summary>Whether the person has started.</summary>
    public bool HasStarted => Session.HasStarted;

    /// <summary>Shows the page; without a design, says kindly that it isn't ready.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Session.Design is null)
        {
            return RedirectToPage(Session.IsInstructor ? "/Setup/Index" : "/Today/NotReady");
        }

        // Who leads others and learns nothing here has their own first page.
        if (Session.ParticipationId is null && (Session.IsFacilitator || Session.IsInstructor))
        {
            return RedirectToPage(Session.IsFacilitator ? "/Reviews/Index" : "/Setup/Index");
        }

        Progress = Session.ParticipationId is { } own ? await learners.ProgressAsync(own, ct) : Progress.None;
        var steps = StepRules.For(Design, Progress, clock.GetUtcNow());
        First = steps.FirstOrDefault(step => step is not WaitingStep);
        Waiting = [.. steps.OfType<WaitingStep>()];
        Road = HasStarted ? LearningBuddy.Shared.Core.Road.Of(Design, Progress) : [];
        return Page();
    }
}
