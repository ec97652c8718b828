using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>The registrations: who may come in, and what went wrong last.</summary>
[WithoutSession]
public sealed class IndexModel(BuddyDbContext db, WriteGate gate, BlockedPlatforms blocked) : PageModel
{
    /// <summary>The registrations, those that wait first.</summary>
    public IReadOnlyList<PlatformRow> Platforms { get; private set; } = [];

    /// <summary>Deployments by registration.</summary>
    public ILookup<Guid, DeploymentRow> Deployments { get; private set; } =
        Enumerable.Empty<DeploymentRow>().ToLookup(row => row.PlatformId);

    /// <summary>Home pages that could not be kept: whose, what was typed, and which line is no address.</summary>
    public (Guid Platform, string Typed, string Wrong)? Slip { get; private set; }

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var platforms = await db.Platforms.AsNoTracking().OrderByDescending(row => row.RegisteredAt).Take(500).ToListAsync(ct);
        Platforms = [.. platforms.OrderBy(row => row.Status != PlatformStatus.Pending)];
        var deployments = await db.Deployments.AsNoTracking().OrderBy(row => row.DeploymentId).Take(5000).ToListAsync(ct);
        Deployments = deployments.ToLookup(row => row.PlatformId);
    }

    /// <summary>Lets a registration in, or blocks it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, PlatformStatus status, CancellationToken ct)
    {
        await blocked.SetAsync(id, status, ct);
        return RedirectToPage();
    }

    /// <summary>
    /// Keeps the addresses under which other systems know a platform's people, one a line. What was read before is looked at
    /// again, for it may be somebody's now.
    /// </summary>
    public async Task<IActionResult> OnPostHomesAsync(Guid id, string? homes, CancellationToken ct)
    {
        string[] addresses =
            [.. (homes ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (addresses.FirstOrDefault(address => !IsOfTheWeb(address)) is { } wrong)
        {
            Slip = (id, homes!, wrong);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync(ct);
            return Page();
        }

        using (await gate.EnterAsync(ct))
        {
            var joined = string.Join(' ', addresses);
            await db.Platforms.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.HomePages, joined), ct);
            await db.StatementCursors.Where(cursor => !cursor.Source.StartsWith(StatementCursor.Forward)).ExecuteDeleteAsync(ct);
        }

        return RedirectToPage();
    }

    /// <summary>The id of what is said of a feature that isn't there.</summary>
    public static string WordOf(MissingFeature missing) => missing switch
    {
        MissingFeature.Scores => "admin.missing-scores",
        MissingFeature.Columns => "admin.missing-columns",
        MissingFeature.Results => "admin.missing-results",
        MissingFeature.Roster => "admin.missing-roster",
    };

    private static bool IsOfTheWeb(string address) => WebAddress.Find(address) is not null;
}
