using Microsoft.AspNetCore.Http.Features;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Reads what a platform lets the browser post: a URL-encoded form of bounded size, and nothing else.</summary>
internal static class FormReading
{
    private static readonly FormOptions Limits = new() { ValueCountLimit = 64, KeyLengthLimit = 256 };

    /// <summary>The form, or why there is none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="maxBytes">The largest body; chunked ones are cut off at the same size.</param>
    public static async ValueTask<(IFormCollection? Form, LaunchProblem? Problem)> ReadAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (request.ContentLength > maxBytes)
        {
            return (null, TooLarge(maxBytes));
        }

        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, NoForm);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = maxBytes;
        }

        try
        {
            return (await request.ReadFormAsync(Limits, context.RequestAborted), null);
        }
        catch (InvalidDataException)
        {
            return (null, NoForm);
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge(maxBytes));
        }
        catch (BadHttpRequestException bad)
        {
            return (null, new(LaunchRefusal.RequestMalformed, "the form did not arrive whole") { Status = bad.StatusCode });
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return (null, new(LaunchRefusal.RequestMalformed, "the form did not arrive whole"));
        }
    }

    private static LaunchProblem NoForm { get; } = new(LaunchRefusal.RequestMalformed, "not a URL-encoded form");

    private static LaunchProblem TooLarge(int maxBytes) => new(LaunchRefusal.RequestTooLarge, $"more than {maxBytes} bytes");
}
