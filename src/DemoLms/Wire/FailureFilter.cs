using System.Globalization;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Wire;

/// <summary>Lets a service fail the way its switch says.</summary>
internal static class FailureFilter
{
    private static readonly TimeSpan LongerThanAnyCallerWaits = TimeSpan.FromMinutes(5);

    public static TBuilder CanFail<TBuilder>(this TBuilder builder, Service service)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (context, next) =>
        {
            var failures = context.HttpContext.RequestServices.GetRequiredService<DemoWorld>().Failures;
            return failures.Next(service) switch
            {
                Failure.None => await next(context),
                Failure.ServerError => Results.Content("<h1>Internal Server Error</h1>", "text/html", statusCode: 500),
                Failure.TooManyRequests => TooManyRequests(context.HttpContext, failures.RetryAfter),
                Failure.NotFound => Results.NotFound(),
                Failure.RateLimitForbidden => Results.Text("403 Forbidden (Rate Limit Exceeded)", statusCode: 403),
                Failure.Timeout => await NeverAsync(context.HttpContext),
                Failure.WrongAnswer => Results.Content("<!doctype html><title>Maintenance</title><p>Back soon.</p>", "text/html"),
            };
        });

    private static IResult TooManyRequests(HttpContext http, TimeSpan retryAfter)
    {
        http.Response.Headers.RetryAfter = ((int)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> NeverAsync(HttpContext http)
    {
        // Delay, not a token of our own: the caller hangs up first, and a shutdown must not wait for it.
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await Task.Delay(LongerThanAnyCallerWaits, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return Results.StatusCode(StatusCodes.Status504GatewayTimeout);
    }
}
