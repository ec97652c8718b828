using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>Where an administrator gives the token. Wrong tries are limited.</summary>
[WithoutSession]
internal sealed class EnterModel(AdminToken admin, AdminPass pass, AdminTries tries, IOptions<RateLimiterOptions> limits) : PageModel
{
    /// <summary>Whether the last try was wrong.</summary>
    public bool WasWrong { get; private set; }

    /// <summary>Looks at the token.</summary>
    public async Task<IActionResult> OnPostAsync(string? token, CancellationToken ct)
    {
        if (!await admin.MatchesAsync(token?.Trim(), ct))
        {
            using var lease = tries.Count(HttpContext);
            if (!lease.IsAcquired)
            {
                await limits.Value.OnRejected!(new OnRejectedContext { HttpContext = HttpContext, Lease = lease }, ct);
                return new EmptyResult();
            }

            WasWrong = true;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        pass.Give(Response);
        return RedirectToPage("/Admin/Index");
    }
}
