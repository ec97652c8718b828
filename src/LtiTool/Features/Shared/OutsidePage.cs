using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningBuddy.LtiTool.Features.Shared;

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

    /// <summary>Goes back to this page after something was done. The routes would write the token in small letters.</summary>
    /// <param name="query">What the page is to say.</param>
    protected IActionResult Again(params IEnumerable<KeyValuePair<string, string?>> query) =>
        LocalRedirect(QueryHelpers.AddQueryString(Request.Path, [new("culture", Request.Query["culture"].ToString()), .. query]));
}
