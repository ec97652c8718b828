using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>
/// The workshop: everybody's choice on one board, live. A page without a script shows it as it is; with one it hears of changes by
/// server-sent events (HTML Standard, 9.2), and asks now and then where none come through.
/// </summary>
[OfTheme(typeof(SprintsSection))]
internal sealed class BoardModel(
    SprintBoard board, SprintChoices choices, BoardReadings readings, LiveVersions live, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The board.</summary>
    public BoardPicture Picture { get; private set; } = null!;

    /// <summary>The design's part.</summary>
    public SprintsSection Section => Design.Find<SprintsSection>()!;

    /// <summary>Whether the reader may close the choice and change what others chose.</summary>
    public bool Leads => Rights.Allow(Session.Relations, Thing.Group, Right.See);

    /// <summary>The reader's own participation, or null.</summary>
    public Guid? Own => Session.ParticipationId;

    /// <summary>Keys of what the reader has chosen.</summary>
    public IReadOnlySet<string> Mine { get; private set; } = new HashSet<string>();

    /// <summary>How many the reader has chosen.</summary>
    public int Chosen => Section.Sprints.Count(sprint => Mine.Contains(sprint.Id));

    /// <summary>Whether the reader may choose a sprint now, or take it back.</summary>
    public bool CanPress(string sprintId) => Own is not null
        && (Mine.Contains(sprintId) ? !Picture.IsClosed : Chosen < Section.Choose);

    /// <summary>What stood against a choice, or null.</summary>
    public ChoiceRefusal? Refusal { get; private set; }

    private bool MaySee => Section.IsChosen && (Own is not null || Leads);

    /// <summary>Shows the board.</summary>
    public async Task<IActionResult> OnGetAsync(ChoiceRefusal? refused, CancellationToken ct)
    {
        if (!MaySee)
        {
            return RedirectToPage("/Today/Index");
        }

        (Picture, Mine, Refusal) = (await board.ReadAsync(Section, ct), await board.OfAsync(Own, ct), refused);
        return Page();
    }

    /// <summary>The board alone, for the page's own script; nothing where it is still the version that the script has.</summary>
    public async Task<IActionResult> OnGetPartAsync(string? version, CancellationToken ct)
    {
        if (!MaySee)
        {
            return NotFound();
        }

        (Picture, Mine) = (await board.ReadAsync(Section, ct), await board.OfAsync(Own, ct));
        return version == Picture.Version ? new NoContentResult() : Partial("_Board", this);
    }

    /// <summary>Tells the version of the board at once, and again whenever it changes.</summary>
    public async Task<IActionResult> OnGetStreamAsync(CancellationToken ct) =>
        MaySee ? await live.TellAsync(Response, board.VersionAsync, ct) : NotFound();

    /// <summary>The reader wants a sprint, or one no longer.</summary>
    public async Task<IActionResult> OnPostChooseAsync(string? sprint, bool isWanted, CancellationToken ct)
    {
        var refusal = await choices.ToggleAsync(sprint ?? "", isWanted, ct);
        readings.Forget(JourneyId);
        return RedirectToPage("/Sprints/Board", pageHandler: null, new { refused = refusal });
    }

    /// <summary>Closes the choice, or opens it again.</summary>
    public async Task<IActionResult> OnPostCloseAsync(bool isClosed, CancellationToken ct)
    {
        if (!Leads)
        {
            return NotFound();
        }

        await choices.CloseAsync(isClosed, ct);
        readings.Forget(JourneyId);
        return RedirectToPage("/Sprints/Board", pageHandler: null, new { done = isClosed ? "sprints.done-closed" : "sprints.done-opened" });
    }
}
