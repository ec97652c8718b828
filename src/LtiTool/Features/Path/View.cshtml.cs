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
/// Where somebody from outside says how they see the learner who asked them, behaviour by behaviour. They see the behaviours, and what
/// they said themselves before: nothing that the learner or anybody else answered.
/// </summary>
[Needs(Thing.PathViews)]
[OfTheme(typeof(PathSection))]
internal sealed class ViewModel(GivenViews views, GuestPurposes purposes, Localizer texts, CurrentSession me) : JourneyPage(me)
{
    /// <summary>Who asks, and how.</summary>
    public GuestAsk Ask { get; private set; } = null!;

    /// <summary>What this guest said before, by behaviour.</summary>
    public ImmutableDictionary<string, int> Said { get; private set; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Whether it was sent without any answer.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>What the levels are called.</summary>
    public IReadOnlyList<string> Levels => PathLevels.Of(Design.Find<PathSection>()!, texts);

    /// <summary>Shows the behaviours.</summary>
    /// <param name="missing">True after it was sent without any answer.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(bool missing, CancellationToken ct)
    {
        if (await views.FindAsync(ct) is not { } asked || await purposes.FindAsync(Session.GuestScope, ct) is not { } ask)
        {
            return NotFound();
        }

        (Ask, IsMissing) = (ask, missing);
        Said = await views.OwnAsync(asked, ct);
        return Page();
    }

    /// <summary>Keeps what was answered.</summary>
    /// <param name="level">By key of the behaviour: a level from 0, or empty where the guest can't say.</param>
    /// <param name="ct">Stops saving.</param>
    public async Task<IActionResult> OnPostAsync(Dictionary<string, string?> level, CancellationToken ct)
    {
        var chosen = level
            .Where(one => int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(one => one.Key, one => int.Parse(one.Value!, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return await views.GiveAsync(chosen, ct)
            ? Done("/Path/View", "path.done-view-given")
            : RedirectToPage(new { missing = true });
    }
}
