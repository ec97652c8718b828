using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Sessions;

/// <summary>A page about the journey's group session, which moves by itself: js/board.js asks for its part.</summary>
internal abstract class SessionPage(SessionPictures pictures, LiveVersions live, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The session that is open, else the newest; null where there was none.</summary>
    public SessionPicture? Picture { get; private set; }

    /// <summary>The design's part.</summary>
    public SessionsSection Section => Design.Find<SessionsSection>()!;

    /// <summary>The version of what is shown.</summary>
    public string Version => Picture?.Version ?? "none";

    /// <summary>What a group of the session is about, in the design's words; null for whatever its people bring.</summary>
    public string? TopicOf(SessionGroup group) => group.TopicId is not { } id
        ? null
        : Picture!.Session.Grouping == Grouping.Sprint
            ? Design.Find<SprintsSection>()?.Find(id)?.Title
            : Design.FindBehaviour(id)?.Statement;

    /// <summary>The part that moves, for the page's own script; nothing where it is still the version that the script has.</summary>
    public async Task<IActionResult> OnGetPartAsync(string? version, CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        return version == Version ? new NoContentResult() : Partial(PartName, this);
    }

    /// <summary>Tells the version at once, and again whenever it changes.</summary>
    public Task<IActionResult> OnGetStreamAsync(CancellationToken ct) => live.TellAsync(Response, pictures.VersionAsync, ct);

    /// <summary>The view of the part that moves.</summary>
    protected abstract string PartName { get; }

    /// <summary>Reads what the page shows; false where there is no such page for the reader.</summary>
    protected virtual async Task<bool> ReadAsync(CancellationToken ct)
    {
        Picture = await pictures.NewestAsync(ct);
        return true;
    }

    /// <summary>Back to a page of the session after something was done.</summary>
    protected RedirectToPageResult Here(string page, string? done = null)
    {
        pictures.Forget();
        return RedirectToPage(page, pageHandler: null, new { done });
    }
}
