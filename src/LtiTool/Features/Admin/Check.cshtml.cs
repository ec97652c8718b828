using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>Whether the connection with one LMS works: nine lights from real traffic, and a button that asks the LMS now.</summary>
[WithoutSession]
internal sealed class CheckModel(BuddyDbContext db, ConnectionCheck check, WriteGate gate, TimeProvider clock) : PageModel
{
    /// <summary>What the LMS is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The lights.</summary>
    public IReadOnlyList<ConnectionLight> Lights { get; private set; } = [];

    /// <summary>The scopes this tool asks for, each with whether it was granted; null where that isn't known.</summary>
    public IReadOnlyList<(string Scope, bool? IsGranted)> Scopes { get; private set; } = [];

    /// <summary>The registration.</summary>
    public Guid Id { get; private set; }

    /// <summary>When the LMS was asked last, UTC; null for never.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>Shows what traffic tells, and what the LMS answered when it was asked last.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await ConnectionTraffic.ReadAsync(db, id, ct) is not { } seen)
        {
            return RedirectToPage("/Admin/Index");
        }

        var platform = seen.Platform;
        var granted = platform.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Id = id;
        Name = platform.Name.Length > 0 ? platform.Name : platform.Issuer;
        AskedAt = platform.LastCheckAt;
        Lights = ConnectionLights.Of(seen);
        Scopes = [.. LtiScopes.All.Select(scope => (scope, granted.Length == 0 ? (bool?)null : granted.Contains(scope)))];
        return Page();
    }

    /// <summary>Asks the LMS, each thing with a time limit, and keeps what it answered. Nothing is changed there.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await ConnectionTraffic.ReadAsync(db, id, ct) is not { } seen)
        {
            return RedirectToPage("/Admin/Index");
        }

        var (memberships, columns) = await ConnectionTraffic.AddressesAsync(db, id, ct);
        var answers = LastCheck.Written(await check.AskAsync(seen.Platform.ToPlatform(), memberships, columns, ct));
        var now = clock.GetUtcNow();
        using (await gate.EnterAsync(ct))
        {
            await db.Platforms.Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.LastCheck, answers).SetProperty(row => row.LastCheckAt, now), ct);
        }

        return RedirectToPage(new { id });
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
}
