using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Reads a form before its page does: one that is broken or has too many fields is answered with words, and never reaches a page half read.
/// Runs after the filters that say how large a form may be.
/// </summary>
internal sealed class ReadableForm : IAsyncResourceFilter, IOrderedFilter
{
    public int Order => 1000;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && await FaultAsync(request) is { } refused)
        {
            await refused.WriteAsync(context.HttpContext);
            return;
        }

        await next();
    }

    private static async Task<RefusedRequest?> FaultAsync(HttpRequest request)
    {
        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return RefusedRequest.TooLarge;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return RefusedRequest.Unreadable;
        }
    }
}
