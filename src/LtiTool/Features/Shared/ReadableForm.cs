using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Reads a form before its page does: one that is broken or has too many fields is answered with words, and never reaches a page half read.
/// Runs after the filters that say how large a form may be.
/// </summary>
internal sealed class ReadableForm : IAsyncResourceFilter, IOrderedFilter
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    public int Order => 1000;

    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next) =>
        context.HttpContext.Request.HasFormContentType ? ReadAsync(context.HttpContext, next) : next();

    private static async Task ReadAsync(HttpContext context, ResourceExecutionDelegate next)
    {
        if (await FaultAsync(context.Request) is { } refused)
        {
            await refused.WriteAsync(context);
            return;
        }

        await next();
    }

    private static async Task<RefusedRequest?> FaultAsync(HttpRequest request)
    {
        try
        {
            await LeaveOutZerosAsync(request);
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

    /// <summary>
    /// The framework refuses a whole form for one U+0000, which somebody may paste without seeing it: it is left out, and the rest is kept.
    /// An escape of a percent sign never looks like one.
    /// </summary>
    private static async Task LeaveOutZerosAsync(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(UrlEncoded, StringComparison.OrdinalIgnoreCase))
        {
            using var reader = new StreamReader(request.Body, Encoding.Latin1, leaveOpen: true);
            var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            request.Body = new MemoryStream(Encoding.Latin1.GetBytes(body.Replace("%00", "", StringComparison.Ordinal)));
        }
    }
}
