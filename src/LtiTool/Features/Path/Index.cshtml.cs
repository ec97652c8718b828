using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>A learner says where they stand, a few behaviours at a time, and then sees it beside what others and evidence say.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(PathSection))]
internal sealed class IndexModel(LearnerReader learners, OwnLevels levels, Localizer texts, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The learner's history.</summary>
    public Progress Progress { get; private set; } = Progress.None;

    /// <summary>What is answered on this page; null where the whole picture is shown.</summary>
    public PathGroup? Group { get; private set; }

    /// <summary>Everything that is answered.</summary>
    public IReadOnlyList<PathGroup> Groups { get; private set; } = [];

    /// <summary>Whether an answer was missing when it was sent.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>What the levels are called.</summary>
    public IReadOnlyList<string> Levels => PathLevels.Of(Section, texts);

    /// <summary>What the learner said.</summary>
    public PathProgress Said => Progress.Of<PathProgress>();

    /// <summary>Whether there is something to choose because of it.</summary>
    public bool LeadsToSprints => SprintChoice.StillToChoose(Design, Progress) > 0;

    private PathSection Section => Design.Find<PathSection>()!;

    /// <summary>Shows what is still to be answered, else the picture.</summary>
    /// <param name="group">Which behaviours to answer; the first that aren't answered where it is left out.</param>
    /// <param name="missing">True after an answer was missing.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(string? group, bool missing, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        Progress = await learners.ProgressAsync(own, ct);
        Groups = PathGroup.Of(Design);
        Group = group is null
            ? Groups.FirstOrDefault(one => !one.IsAnswered(Said))
            : Groups.FirstOrDefault(one => one.Key == group);
        IsMissing = missing;
        return Page();
    }

    /// <summary>Keeps what was answered, and goes on with the next that isn't.</summary>
    /// <param name="group">Which behaviours were on the page.</param>
    /// <param name="level">By key of the behaviour.</param>
    /// <param name="ct">Stops saving.</param>
    public async Task<IActionResult> OnPostAsync(string? group, Dictionary<string, int> level, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        await levels.KeepAsync(own, level, ct);
        var asked = PathGroup.Of(Design).FirstOrDefault(one => one.Key == group);
        var isWhole = asked?.IsAnswered((await learners.ProgressAsync(own, ct)).Of<PathProgress>()) != false;
        return isWhole ? RedirectToPage("/Path/Index") : RedirectToPage("/Path/Index", new { group, missing = true });
    }
}
