using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Lrs.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>Record stores: keys of the embedded one, and those that statements are sent to.</summary>
[WithoutSession]
internal sealed class RecordsModel(
    ILrsCredentials credentials, RemoteLrs remote, StatementReplay replay, IOptions<LearningBuddyOptions> options) : PageModel
{
    /// <summary>Scopes that can be chosen.</summary>
    public static IReadOnlyList<string> ScopeNames { get; } =
        ["statements/write", "statements/read", "statements/read/mine", "state", "profile", "all/read", "all"];

    /// <summary>Address of the embedded record store.</summary>
    public string Address => options.Value.PublicUrl.AbsoluteUri.TrimEnd('/') + "/xapi/";

    /// <summary>Keys made here.</summary>
    public IReadOnlyList<LrsCredentialRow> Keys { get; private set; } = [];

    /// <summary>A key just made: its secret is shown this once.</summary>
    public NewLrsCredential? Made { get; private set; }

    /// <summary>Record stores of the settings.</summary>
    public IEnumerable<LrsDestinationOptions> Destinations => options.Value.Lrs.Destinations;

    /// <summary>What a test said, by destination.</summary>
    public IReadOnlyDictionary<string, TestResult> Tests { get; private set; } = new Dictionary<string, TestResult>();

    /// <summary>How many statements a replay queued, or null.</summary>
    public int? Replayed { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Keys = await credentials.ListAsync(ct);

    /// <summary>Makes a key. The answer to this POST is the page itself: the secret is in no address and nowhere stored.</summary>
    public async Task<IActionResult> OnPostMakeAsync(string? name, List<string> scopes, CancellationToken ct)
    {
        var chosen = LrsScopeNames.Parse(scopes);
        var typed = CleanText.Line(name);
        Made = await credentials.CreateAsync(CleanText.IsVisible(typed) ? CleanText.Cut(typed, 80) : "unnamed", chosen, ct);
        Keys = await credentials.ListAsync(ct);
        return Page();
    }

    /// <summary>Ends a key.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(string key, CancellationToken ct)
    {
        await credentials.RevokeAsync(key, ct);
        return RedirectToPage();
    }

    /// <summary>Sends a test statement to a store of the settings.</summary>
    public async Task<IActionResult> OnPostTestAsync(string destination, CancellationToken ct)
    {
        if (Destinations.FirstOrDefault(known => known.Name == destination) is { } store)
        {
            Tests = new Dictionary<string, TestResult> { [destination] = await remote.TestAsync(store, ct) };
        }

        Keys = await credentials.ListAsync(ct);
        return Page();
    }

    /// <summary>Queues the statements of a time range for a store: what it has already, it keeps once.</summary>
    public async Task<IActionResult> OnPostReplayAsync(string destination, DateOnly from, DateOnly until, CancellationToken ct)
    {
        Replayed = await replay.QueueAsync(destination, from, until, ct);
        Keys = await credentials.ListAsync(ct);
        return Page();
    }
}
