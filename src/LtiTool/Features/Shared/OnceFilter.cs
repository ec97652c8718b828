using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Lets a device send again what it kept while it had no connection: <c>Idempotency-Key</c> names the change, and a second request with the
/// same name is answered 204 and changes nothing.
/// </summary>
internal sealed class OnceFilter(CurrentSession me, OnlyOnce once) : IAsyncPageFilter
{
    /// <summary>The header that names a change.</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 100;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var key = context.HttpContext.Request.Headers[Header].ToString();
        return me.IsOpen && key.Length is > 0 and <= LongestKey ? OnceAsync(key, next) : next();
    }

    private async Task OnceAsync(string key, PageHandlerExecutionDelegate next)
    {
        once.Ask(me.PersonId, $"once {key}");
        var made = await next();
        if (made.Exception is DoneBeforeException)
        {
            made.ExceptionHandled = true;
            made.Result = new NoContentResult();
        }
    }
}
