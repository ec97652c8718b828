using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>One sprint: the situation, what to read, what to do, what it trains and what came of it.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(SprintsSection))]
internal sealed class ShowModel(LearnerReader learners, SprintTicks ticks, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The sprint.</summary>
    public Sprint Sprint { get; private set; } = null!;

    /// <summary>The learner's history.</summary>
    public Progress Progress { get; private set; } = Progress.None;

    /// <summary>What is ticked off.</summary>
    public SprintsProgress Ticked => Progress.Of<SprintsProgress>();

    /// <summary>Whether one thing is shown at a time.</summary>
    public bool IsSmall => Ticked.IsSmall ?? Section.SmallSteps;

    /// <summary>The first part that isn't done; null when all is.</summary>
    public string? NextPart => Sprint.PartIds.FirstOrDefault(part => !Ticked.IsDone(Sprint.Id, part));

    /// <summary>The day until which it is planned, or null.</summary>
    public DateOnly? PlannedUntil => Ticked.PlannedUntil(Section, Sprint.Id, Session.Zone);

    /// <summary>What it trains.</summary>
    public IEnumerable<Behaviour> Behaviours =>
        Sprint.BehaviourIds.Select(Design.FindBehaviour).OfType<Behaviour>().Where(behaviour => !behaviour.Retired);

    /// <summary>When to ask how sure the learner feels; null while there is nothing to ask.</summary>
    public ConfidenceMoment? Asks
    {
        get
        {
            if (Design.Find<PathSection>() is null)
            {
                return null;
            }

            var isTried = Ticked.CompletedAt.ContainsKey(Sprint.Id)
                || Behaviours.Any(behaviour => BehaviourStanding.Of(Progress, behaviour.Id).Confirmed.Count > 0);
            var isRead = Sprint.Resources.All(resource => Ticked.IsDone(Sprint.Id, resource.Id));
            return isTried && !Told(ConfidenceMoment.AfterPractice).HasValue ? ConfidenceMoment.AfterPractice
                : isRead && !isTried && !Told(ConfidenceMoment.AfterContent).HasValue ? ConfidenceMoment.AfterContent
                : null;
        }
    }

    private SprintsSection Section => Design.Find<SprintsSection>()!;

    /// <summary>How sure the learner said they feel, 1 to 5; null where they didn't say.</summary>
    public int? Told(ConfidenceMoment moment) =>
        Progress.Of<PathProgress>().Confidence.TryGetValue((Sprint.Id, moment), out var level) ? level : null;

    /// <summary>Shows it. One that the learner didn't choose is not theirs to do.</summary>
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        Progress = await learners.ProgressAsync(own, ct);
        if (SprintChoice.Of(Design, Progress).FirstOrDefault(sprint => sprint.Id == id) is not { } found)
        {
            return RedirectToPage("/Sprints/Index");
        }

        Sprint = found;
        return Page();
    }

    /// <summary>Ticks a part off, or takes the tick back.</summary>
    public async Task<IActionResult> OnPostTickAsync(string id, string? part, bool isDone, CancellationToken ct)
    {
        await ticks.TickAsync(id, part ?? "", isDone, ct);
        return RedirectToPage("/Sprints/Show", pageHandler: null, new { id }, isDone ? "next" : null);
    }

    /// <summary>One thing at a time, or all of it.</summary>
    public async Task<IActionResult> OnPostPaceAsync(string id, bool isSmall, CancellationToken ct)
    {
        await ticks.PaceAsync(isSmall, ct);
        return RedirectToPage("/Sprints/Show", pageHandler: null, new { id });
    }

    /// <summary>Says how sure the learner feels.</summary>
    public async Task<IActionResult> OnPostSureAsync(string id, ConfidenceMoment moment, int level, CancellationToken ct)
    {
        await ticks.TellAsync(id, moment, level, ct);
        return RedirectToPage("/Sprints/Show", pageHandler: null, new { id }, "sure");
    }
}
