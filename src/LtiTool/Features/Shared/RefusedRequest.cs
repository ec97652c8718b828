using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A request that no page of ours sends, answered with a page that says so.</summary>
/// <param name="status">4xx.</param>
/// <param name="what">The id of the title.</param>
/// <param name="advice">The id of what is safe and what to do.</param>
internal sealed class RefusedRequest(int status, string what, string advice) : IActionResult
{
    /// <summary>No form of a page has this many fields, or what came was cut off on its way.</summary>
    public static RefusedRequest Unreadable => new(StatusCodes.Status400BadRequest, "shared.unreadable", "shared.unreadable-do");

    /// <summary>There is more in it than is read.</summary>
    public static RefusedRequest TooLarge => new(StatusCodes.Status413PayloadTooLarge, "shared.too-large", "shared.too-large-do");

    /// <summary>The page doesn't do this.</summary>
    public static RefusedRequest NoSuchAction =>
        new(StatusCodes.Status405MethodNotAllowed, "shared.no-such-action", "shared.no-such-action-do");

    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext);

    /// <summary>Writes the answer outside of any page.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "GET, HEAD, POST";
        }

        return PlainPage.WriteAsync(context, what, texts => [texts[advice]]);
    }
}
