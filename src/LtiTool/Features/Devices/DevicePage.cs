using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>A page of somebody's own space, outside of any journey: in no frame.</summary>
[WithoutSession]
public abstract class DevicePage : PageModel
{
    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("'none'");
        ViewData["IsOwnDevice"] = true;
        await next();
    }
}
