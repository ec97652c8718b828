using System.Collections.Immutable;
using System.Globalization;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>
/// Where somebody says how they see a learner, behaviour by behaviour. They see the behaviours, and what they said themselves before:
/// nothing that the learner or anybody else answered.
/// </summary>
[Needs(Thing.PathViews)]
[OfTheme(typeof(PathSection))]
internal sealed class ViewModel(GivenViews views, Localizer texts, CurrentSession me) : JourneyPage(me)
{
    /// <summary>Whom it is about.</summary>
    public ViewedLearner Learner { get; private set; } = null!;

    /// <summary>What this person said before, by behaviour.</summary>
    public ImmutableDictionary<string, int> Said { get; private set; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Whether it was sent without any answer.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>What the levels are called.</summary>
    public IReadOnlyList<string> Levels => PathLevels.Of(Design.Find<PathSection>()!, texts);

    /// <summary>Shows the behaviours.</summary>
    /// <param name="id">The learner's participation; left out by a guest whom the learner asked for a view.</param>
    /// <param name="missing">True after it was sent without any answer.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid? id, bool missing, CancellationToken ct)
    {
        if (await views.FindAsync(id, ct) is not { } learner)
        {
            return NotFound();
        }

        (Learner, IsMissing) = (learner, missing);
        Said = await views.OwnAsync(learner, ct);
        return Page();
    }

    /// <summary>Keeps what was answered.</summary>
    /// <param name="id">As for <see cref="OnGetAsync"/>.</param>
    /// <param name="level">By key of the behaviour: a level from 0, or empty where they can't say.</param>
    /// <param name="ct">Stops saving.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, Dictionary<string, string?> level, CancellationToken ct)
    {
        var chosen = level
            .Where(one => int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(one => one.Key, one => int.Parse(one.Value!, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return await views.GiveAsync(id, chosen, ct)
            ? Done("/Path/View", "path.done-view-given", id)
            : RedirectToPage(new { id, missing = true });
    }
}
