using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>Whether the connection with one LMS works: nine lights from real traffic, and a button that asks the LMS now.</summary>
[WithoutSession]
internal sealed class CheckModel(BuddyDbContext db, ConnectionCheck check, TimeProvider clock) : PageModel
{
    /// <summary>What the LMS is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The lights.</summary>
    public IReadOnlyList<ConnectionLight> Lights { get; private set; } = [];

    /// <summary>The scopes this tool asks for, each with whether it was granted; null where that isn't known.</summary>
    public IReadOnlyList<(string Scope, bool? IsGranted)> Scopes { get; private set; } = [];

    /// <summary>The registration.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whether the LMS was asked just now.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>Shows what traffic tells.</summary>
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, [], ct);

    /// <summary>Asks the LMS, each thing with a time limit. Nothing is changed there.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await ConnectionTraffic.ReadAsync(db, id, ct) is not { } seen)
        {
            return RedirectToPage("/Admin/Index");
        }

        var (memberships, columns) = await ConnectionTraffic.AddressesAsync(db, id, ct);
        WasAsked = true;
        return await ShowAsync(id, await check.AskAsync(seen.Platform.ToPlatform(), memberships, columns, ct), ct);
    }

    /// <summary>The id of a sentence on what a scope is for.</summary>
    public static string TextOf(string scope) => scope switch
    {
        LtiScopes.LineItem => "admin.scope-lineitem",
        LtiScopes.LineItemReadOnly => "admin.scope-lineitem-readonly",
        LtiScopes.ResultReadOnly => "admin.scope-result",
        LtiScopes.Score => "admin.scope-score",
        _ => "admin.scope-roster",
    };

    private async Task<IActionResult> ShowAsync(Guid id, IReadOnlyList<ServiceCheck> asked, CancellationToken ct)
    {
        if (await ConnectionTraffic.ReadAsync(db, id, ct) is not { } seen)
        {
            return RedirectToPage("/Admin/Index");
        }

        var platform = seen.Platform;
        var granted = platform.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Id = id;
        Name = platform.Name.Length > 0 ? platform.Name : platform.Issuer;
        Lights = ConnectionLights.Of(seen, asked, clock.GetUtcNow());
        Scopes = [.. LtiScopes.All.Select(scope => (scope, granted.Length == 0 ? (bool?)null : granted.Contains(scope)))];
        return Page();
    }
}
