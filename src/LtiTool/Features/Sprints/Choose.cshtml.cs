using System.Collections.Immutable;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>A learner chooses sprints. What is suggested stands beside each, with its reason; the choice is the learner's.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(SprintsSection))]
internal sealed class ChooseModel(
    BuddyDbContext db, LearnerReader learners, SprintChoices choices, SprintBoard board, SealedWords words, CurrentSession me)
    : JourneyPage(me)
{
    /// <summary>The longest reason that goes into an address.</summary>
    private const int LongestSealed = 1200;

    /// <summary>The design's part.</summary>
    public SprintsSection Section => Design.Find<SprintsSection>()!;

    /// <summary>What is ticked: what was chosen, or what was sent and couldn't be taken.</summary>
    public IReadOnlyList<string> Ticked { get; private set; } = [];

    /// <summary>Whether all is chosen that can be.</summary>
    public bool IsChosen { get; private set; }

    /// <summary>What is said about each sprint, in the order of the design; empty where the journey has no path.</summary>
    public ImmutableArray<SprintAdvice> Advice { get; private set; } = [];

    /// <summary>How many others chose each.</summary>
    public IReadOnlyDictionary<string, int> Others { get; private set; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>What the learner says about the choice.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether changes go through whoever facilitates.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>What stood against the choice; null when nothing did.</summary>
    public ChoiceRefusal? Refusal { get; private set; }

    /// <summary>What is suggested and wasn't chosen, once all is chosen.</summary>
    public IEnumerable<Sprint> NotFollowed => IsChosen
        ? Advice.Where(advice => advice.IsSuggested && !Ticked.Contains(advice.SprintId)).Select(advice => Section.Find(advice.SprintId)!)
        : [];

    /// <summary>Shows the sprints.</summary>
    /// <param name="refused">What stood against the choice.</param>
    /// <param name="ticked">What was sent and couldn't be taken.</param>
    /// <param name="why">What was said then, sealed.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(ChoiceRefusal? refused, string[] ticked, string? why, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        if (!Section.IsChosen)
        {
            return RedirectToPage("/Sprints/Index");
        }

        var progress = await learners.ProgressAsync(own, ct);
        Refusal = refused;
        Ticked = refused is null ? [.. SprintChoice.Of(Design, progress).Select(sprint => sprint.Id)] : ticked;
        IsChosen = refused is null && SprintChoice.StillToChoose(Design, progress) == 0;
        Others = await board.OthersAsync(own, ct);
        Advice = SprintAdvice.Of(Design, progress, Others);
        IsClosed = await choices.IsClosedAsync(ct) && SprintChoice.StillToChoose(Design, progress) == 0;
        Reason = words.Open(why)
            ?? await db.ChoiceReasons.Where(said => said.ParticipationId == own).Select(said => said.Text).SingleOrDefaultAsync(ct)
            ?? "";
        return Page();
    }

    /// <summary>Chooses. What can't be taken stays ticked, and says why.</summary>
    /// <param name="sprint">Keys of the sprints.</param>
    /// <param name="why">What the learner says about it.</param>
    /// <param name="ct">Stops saving.</param>
    public async Task<IActionResult> OnPostAsync(string[] sprint, string? why, CancellationToken ct)
    {
        if (await choices.ChooseAsync(sprint, why ?? "", ct) is { } refusal)
        {
            var ticked = sprint.Where(id => Section.Find(id) is not null);
            return RedirectToPage("/Sprints/Choose", new { refused = refusal, ticked, why = words.Seal(why ?? "", LongestSealed) });
        }

        return RedirectToPage("/Sprints/Choose", new { done = "sprints.done-chosen" });
    }
}
