using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>Where an administrator gives the token. Tries are limited.</summary>
[WithoutSession]
[EnableRateLimiting(FeatureServices.TriesPolicy)]
internal sealed class EnterModel(AdminToken admin, AdminPass pass) : PageModel
{
    /// <summary>Whether the last try was wrong.</summary>
    public bool WasWrong { get; private set; }

    /// <summary>Looks at the token.</summary>
    public IActionResult OnPost(string? token)
    {
        if (!admin.Matches(token?.Trim()))
        {
            WasWrong = true;
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page();
        }

        pass.Give(Response);
        return RedirectToPage("/Admin/Index");
    }
}
