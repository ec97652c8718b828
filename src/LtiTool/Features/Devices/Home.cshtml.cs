using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>The first page of somebody's own device: all their journeys, what is new, and what they began to write.</summary>
internal sealed class HomeModel(CurrentDevice here, OwnJourneys own) : DevicePage
{
    /// <summary>Their journeys, those they began first.</summary>
    public IReadOnlyList<OwnJourney> Journeys { get; private set; } = [];

    /// <summary>What is new, newest first.</summary>
    public IReadOnlyList<OwnNews> News { get; private set; } = [];

    /// <summary>What is new in courses that a device doesn't open, newest first.</summary>
    public IReadOnlyList<LocalizedText> Elsewhere { get; private set; } = [];

    /// <summary>What they began to write.</summary>
    public IReadOnlyList<OwnDraft> Drafts { get; private set; } = [];

    /// <summary>Whether the device is signed in.</summary>
    public bool IsOpen => here.IsOpen;

    /// <summary>Whose it is.</summary>
    public string Name => here.Person.DisplayName;

    /// <summary>Shows it; to a device that isn't signed in, the way there.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!here.IsOpen)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        var id = here.Person.Id;
        Journeys = await own.OfAsync(id, ct);
        News = await own.NewsAsync(id, Journeys, ct);
        Elsewhere = await own.ElsewhereAsync(id, Journeys, ct);
        Drafts = await own.DraftsAsync(id, Journeys, ct);
        return Page();
    }
}
