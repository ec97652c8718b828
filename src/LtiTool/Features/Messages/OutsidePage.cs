using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Messages;

/// <summary>A page that a link in a mail leads to: without a session, in no frame, and its address goes nowhere.</summary>
[WithoutSession]
public abstract class OutsidePage : PageModel
{
    /// <inheritdoc />
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        SessionHeaders.Private(Response);
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("'none'");
        await next();
    }
}
